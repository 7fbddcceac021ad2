package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.changes.CatalogueChanges;
import org.yongtong.catalogue.changes.ItemVersion;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Every version of an item that ever was in force. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "事项 Items")
class VersionsApi {

  private static final int PER_PAGE = 50;

  private final CatalogueChanges changes;

  VersionsApi(CatalogueChanges changes) {
    this.changes = changes;
  }

  record Versions(List<Version> versions, @Nullable String next) {}

  /**
   * @param retiredAt null while it is in force
   */
  record Version(
      int number,
      String publishedAt,
      @Nullable String retiredAt,
      @Nullable String reason,
      List<Difference> differences,
      String url) {}

  /**
   * @param contentHash SHA-256 of the content as JSON with sorted keys and no white space
   */
  record Content(
      String code,
      int number,
      String publishedAt,
      @Nullable String retiredAt,
      String contentHash,
      Map<String, Object> content) {}

  @GetMapping("/api/v1/items/{code}/versions")
  @Operation(summary = "一个事项的历次版本", description = "从新到旧，每一版附与上一版的差异")
  Versions versions(
      @PathVariable String code,
      @Parameter(description = "只列这个版本号以前的") @RequestParam(required = false)
          @Nullable Integer below) {
    List<ItemVersion> found =
        changes
            .versions(code, below == null ? Integer.MAX_VALUE : below, PER_PAGE + 1)
            .orElseThrow(() -> Problem.notFound("没有这个实施编码的事项"));
    List<Version> page = found.stream().limit(PER_PAGE).map(each -> version(code, each)).toList();
    return new Versions(
        page,
        found.size() <= PER_PAGE
            ? null
            : Links.to(path(code)).with("below", page.getLast().number()).toString());
  }

  @GetMapping("/api/v1/items/{code}/versions/{number}")
  @Operation(summary = "一个版本的完整内容", description = "内容哈希可以自行复算")
  Content version(@PathVariable String code, @PathVariable int number) {
    return changes
        .version(code, number)
        .map(
            found ->
                new Content(
                    code,
                    number,
                    found.publishedAt().toString(),
                    found.retiredAt() == null ? null : found.retiredAt().toString(),
                    found.contentHash(),
                    found.content()))
        .orElseThrow(() -> Problem.notFound("没有这个版本"));
  }

  private static Version version(String code, ItemVersion version) {
    return new Version(
        version.number(),
        version.from().toString(),
        version.to() == null ? null : version.to().toString(),
        version.reason(),
        version.differences(),
        path(code) + "/" + version.number());
  }

  private static String path(String code) {
    return "/api/v1/items/" + code + "/versions";
  }
}
