package org.yongtong.catalogue.coverage;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The coverage board for everyone, and for leaders with what was really handed in. */
@Controller
@Allow(Who.ANYONE)
class CoverageController {

  /** With these a spreadsheet begins to calculate. */
  private static final Set<Character> FORMULA = Set.of('=', '+', '-', '@', '\t', '\r', '\n');

  private final CoveragePages pages;
  private final CoverageLists lists;
  private final BoardTables tables;
  private final HandedInFigures handedIn;

  CoverageController(
      CoveragePages pages, CoverageLists lists, BoardTables tables, HandedInFigures handedIn) {
    this.pages = pages;
    this.lists = lists;
    this.tables = tables;
    this.handedIn = handedIn;
  }

  @GetMapping(CoveragePages.PUBLIC)
  String show(@RequestParam(required = false) @Nullable String measure, Model model) {
    model.addAttribute("page", pages.page(measure(measure)));
    return "catalogue/coverage/board";
  }

  @GetMapping(CoveragePages.DESK)
  @Allow(
      value = Who.STAFF,
      roles = {Role.HEAD, Role.SUPERVISOR, Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER})
  String desk(@RequestParam(required = false) @Nullable String measure, Model model) {
    model.addAttribute("page", pages.deskPage(measure(measure)));
    return "catalogue/coverage/board";
  }

  @GetMapping(ListFilter.PATH)
  String items(
      @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal @Nullable SignedIn me,
      Model model) {
    boolean desk = me != null && me.roles().stream().anyMatch(CoverageMenu.ROLES::contains);
    model.addAttribute("page", lists.page(ListFilter.of(parameters), desk));
    return "catalogue/coverage/items";
  }

  @GetMapping(value = CoveragePages.PUBLIC + ".csv", produces = "text/csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "measures") String table,
      @RequestParam(required = false) @Nullable String measure) {
    List<List<String>> rows = tables.table(table, measure(measure));
    if (rows.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return file("coverage-" + table, rows);
  }

  @GetMapping(value = CoveragePages.DESK + "/cases.csv", produces = "text/csv")
  @Allow(
      value = Who.STAFF,
      roles = {Role.HEAD, Role.SUPERVISOR, Role.EDITOR, Role.CHECKER, Role.LEGAL, Role.APPROVER})
  ResponseEntity<byte[]> casesCsv() {
    return file("coverage-cases", handedIn.table());
  }

  private static ResponseEntity<byte[]> file(String name, List<List<String>> rows) {
    var text = new StringWriter();
    text.append('\uFEFF'); // so that a spreadsheet reads Chinese
    try (var csv = CSVFormat.EXCEL.print(text)) {
      for (List<String> row : rows) {
        csv.printRecord(row.stream().map(CoverageController::cell).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name))
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that stays text in any spreadsheet. */
  private static String cell(String text) {
    return !text.isEmpty() && FORMULA.contains(text.charAt(0)) ? "'" + text : text;
  }

  private static Measure measure(@Nullable String key) {
    return Measure.of(key).orElse(Measure.FULLY_ONLINE);
  }
}
