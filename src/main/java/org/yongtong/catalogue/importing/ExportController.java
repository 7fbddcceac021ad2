package org.yongtong.catalogue.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Downloads: the template, and the published items in three formats. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.EDITOR, Role.APPROVER})
class ExportController {

  private final ExportItems export;
  private final Directory directory;
  private final Clock clock;

  ExportController(ExportItems export, Directory directory, Clock clock) {
    this.export = export;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/desk/catalogue/import/template")
  void template(@AuthenticationPrincipal SignedIn me, HttpServletResponse response)
      throws IOException {
    attach(response, Format.XLSX.mediaType(), "事项批量导入模板.xlsx");
    export.template(me.department(), response.getOutputStream());
  }

  @GetMapping("/desk/catalogue/export")
  void export(
      @RequestParam(defaultValue = "xlsx") String format,
      @RequestParam(defaultValue = "") String department,
      HttpServletResponse response)
      throws IOException {
    Format chosen =
        Format.ofKey(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String name = department.isEmpty() ? "全部" : name(department);
    attach(
        response,
        chosen.mediaType(),
        "事项目录-%s-%s%s"
            .formatted(
                name,
                LocalDate.ofInstant(clock.instant(), clock.getZone())
                    .format(DateTimeFormatter.BASIC_ISO_DATE),
                chosen.ending()));
    export.write(chosen, department.isEmpty() ? null : department, response.getOutputStream());
  }

  private String name(String department) {
    return directory
        .findDepartment(department)
        .map(Department::shortName)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static void attach(HttpServletResponse response, @Nullable String mediaType, String name) {
    response.setContentType(mediaType);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }
}
