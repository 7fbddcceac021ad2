package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.changes.CatalogueChange;
import org.yongtong.catalogue.changes.CatalogueChange.Place;
import org.yongtong.catalogue.changes.CatalogueChanges;
import org.yongtong.catalogue.changes.What;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What changed, for those who keep a copy of the catalogue. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "变更 Changes", description = "目录变更的增量数据")
class ChangesApi {

  private static final int PER_PAGE = 200;

  private final CatalogueChanges changes;

  ChangesApi(CatalogueChanges changes) {
    this.changes = changes;
  }

  /**
   * @param next where to read on, now or later; never null
   * @param more whether there is more already
   */
  record Changes(List<Change> changes, String next, boolean more) {}

  /**
   * @param cursor its place: give it as {@code after} to read on behind it
   */
  record Change(
      String cursor,
      String at,
      What what,
      String subject,
      String id,
      @Nullable String lead,
      String code,
      String name,
      @Nullable String department,
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable String successor,
      List<Difference> differences,
      String url) {}

  @GetMapping("/api/v1/changes")
  @Operation(
      summary = "目录变更",
      description = "从旧到新。从 next 接着读，不会漏、不会重；没有新的变更时 changes 为空，过一会儿再读同一个 next。")
  Changes changes(
      @Parameter(description = "上一次读到的位置；不写从头读") @RequestParam(required = false)
          @Nullable String after) {
    Place from = after == null ? CatalogueChanges.BEGINNING : CatalogueChanges.place(after);
    if (from == null) {
      throw Problem.badRequest("after 应当是变更的 cursor");
    }
    List<CatalogueChange> found = changes.after(from, PER_PAGE + 1);
    List<CatalogueChange> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    return new Changes(
        page.stream().map(ChangesApi::change).toList(),
        Links.to("/api/v1/changes")
            .with("after", page.isEmpty() ? from : page.getLast().place())
            .toString(),
        found.size() > PER_PAGE);
  }

  private static Change change(CatalogueChange change) {
    return new Change(
        change.place().toString(),
        change.at().toString(),
        change.what(),
        change.item() ? "item" : "power",
        change.id(),
        change.lead(),
        change.code(),
        change.name(),
        change.department(),
        change.number(),
        change.reason(),
        change.successor(),
        change.differences(),
        (change.item() ? "/api/v1/items/" : "/api/v1/powers/") + change.code());
  }
}
