package org.yongtong.casework.trace;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yongtong.casework.desk.CaseHead;
import org.yongtong.casework.desk.ClockWords;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** What a supervisor looks at first: late and nearly late cases of all departments. */
@Controller
@Allow(value = Who.STAFF, roles = Role.SUPERVISOR)
class SupervisionController {

  private static final int SHOWN = 200;
  private static final int EXPORTED = 10_000;

  /** With these a spreadsheet begins to calculate. */
  private static final Set<Character> FORMULA = Set.of('=', '+', '-', '@', '\t', '\r', '\n');

  private final LateCases late;
  private final Directory directory;
  private final ClockWords clocks;
  private final Clock clock;

  SupervisionController(LateCases late, Directory directory, ClockWords clocks, Clock clock) {
    this.late = late;
    this.directory = directory;
    this.clocks = clocks;
    this.clock = clock;
  }

  @GetMapping("/desk/supervision")
  String show(@RequestParam(required = false) @Nullable String department, Model model) {
    String key = department == null || department.isBlank() ? null : department;
    List<LateCases.Row> rows = late.list(clocks.nearUntil(), key, SHOWN + 1);
    model.addAttribute(
        "page",
        new SupervisionPage(
            late.tallies(clocks.today(), clocks.nearUntil()).stream()
                .map(
                    tally ->
                        new SupervisionPage.Tally(
                            tally.department(),
                            name(tally.department()),
                            tally.late(),
                            tally.near()))
                .toList(),
            rows.stream().limit(SHOWN).map(this::line).toList(),
            key == null ? "" : key,
            When.moment(clock.instant()),
            rows.size() > SHOWN));
    return "casework/trace/supervision";
  }

  @GetMapping(value = "/desk/supervision.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String department) {
    String key = department == null || department.isBlank() ? null : department;
    var text = new StringWriter();
    text.append('\uFEFF'); // so that a spreadsheet reads Chinese
    try (var csv =
        CSVFormat.EXCEL
            .builder()
            .setHeader("办件编号", "事项", "部门", "环节", "期限种类", "最后一日", "期限")
            .get()
            .print(text)) {
      for (LateCases.Row row : late.list(clocks.nearUntil(), key, EXPORTED)) {
        csv.printRecord(
            cell(row.number()),
            cell(row.item()),
            cell(name(row.department())),
            cell(row.state().word()),
            cell(row.kind().word()),
            row.due(),
            cell(clocks.of(row.state(), row.kind(), row.due()).word()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("超期和临期办件-%s.csv".formatted(clocks.today()), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that stays text in any spreadsheet. */
  static String cell(String text) {
    return !text.isEmpty() && FORMULA.contains(text.charAt(0)) ? "'" + text : text;
  }

  private String name(String department) {
    return directory.findDepartment(department).map(Department::name).orElse(department);
  }

  private SupervisionPage.Line line(LateCases.Row row) {
    return new SupervisionPage.Line(
        row.id(),
        CaseHead.tail(row.number()),
        row.number(),
        row.item(),
        directory.findDepartment(row.department()).map(Department::shortName).orElse(""),
        row.state().word(),
        clocks.of(row.state(), row.kind(), row.due()));
  }
}
