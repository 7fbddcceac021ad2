package org.yongtong.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.catalogue.Level;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.Powers;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Powers that are not applied for. */
@RestController
@Allow(Who.ANYONE)
@Tag(name = "权力 Powers", description = "不依申请的行政权力：处罚、强制、征收、检查")
class PowersApi {

  private static final int PER_PAGE = 50;

  private final Powers powers;
  private final Directory directory;

  PowersApi(Powers powers, Directory directory) {
    this.powers = powers;
    this.directory = directory;
  }

  record PowerList(List<Summary> powers, @Nullable String next) {}

  record Summary(
      String code,
      String baseCode,
      String name,
      PowerItem.Kind kind,
      String department,
      String departmentName,
      List<Level> levels,
      int version,
      String url) {}

  @GetMapping("/api/v1/powers")
  @Operation(summary = "权力列表", description = "按编码排序")
  PowerList list(
      @Parameter(description = "部门编号") @RequestParam(required = false) @Nullable String department,
      @Parameter(description = "penalty、coercion、levy、inspection") @RequestParam(required = false)
          @Nullable String kind,
      @Parameter(description = "上一页 next 里的值") @RequestParam(required = false)
          @Nullable String cursor) {
    if (cursor != null && !cursor.matches("[0-9A-Z]{1,31}")) {
      throw Problem.badRequest("cursor 应当是上一页 next 里的值");
    }
    PowerItem.Kind ofKind = ItemsApi.word(PowerItem.Kind.class, kind, "kind");
    List<PowerItem> found =
        (department == null ? powers.all() : powers.of(department))
            .stream()
                .filter(power -> ofKind == null || power.kind() == ofKind)
                .filter(power -> cursor == null || power.code().compareTo(cursor) > 0)
                .sorted(Comparator.comparing(PowerItem::code))
                .limit(PER_PAGE + 1L)
                .toList();
    List<Summary> page = found.stream().limit(PER_PAGE).map(this::summary).toList();
    return new PowerList(
        page,
        found.size() <= PER_PAGE
            ? null
            : Links.to("/api/v1/powers")
                .with("department", department)
                .with("kind", kind)
                .with("cursor", page.getLast().code())
                .toString());
  }

  @GetMapping("/api/v1/powers/{code}")
  @Operation(summary = "一项权力", description = "依据、流程、责任、追责、裁量、救济")
  PowerItem power(@PathVariable String code) {
    return powers.find(code).orElseThrow(() -> Problem.notFound("没有这个编码的权力"));
  }

  private Summary summary(PowerItem power) {
    return new Summary(
        power.code(),
        power.baseCode(),
        power.name(),
        power.kind(),
        power.department(),
        directory.findDepartment(power.department()).map(Department::name).orElse(""),
        power.levels(),
        power.versionNumber(),
        "/api/v1/powers/" + power.code());
  }
}
