package org.yongtong.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.form.FormCheck;
import org.yongtong.identity.SignedIn;

/** Files that were sent along with a form: {@code file.<field>}. */
@Component
public class FormUploads {

  private static final String PREFIX = "file.";
  private static final String PRESSED = "f.upload";
  private static final String REMOVED = "f.unload";

  public static final Outcome NOTHING = new Outcome(Map.of(), HttpStatus.OK, 0);

  private final UploadPaper upload;

  FormUploads(UploadPaper upload) {
    this.upload = upload;
  }

  /**
   * What came of the files of one request.
   *
   * @param problems field → what is wrong, to stand beside it
   * @param status 422, or 429 when there were too many in a minute
   * @param sent how many files came
   */
  public record Outcome(Map<String, String> problems, HttpStatus status, int sent) {

    public boolean ok() {
      return problems.isEmpty();
    }

    /** The same check with these problems beside their fields. */
    public FormCheck with(FormCheck check) {
      var all = new ArrayList<FormCheck.Problem>();
      problems.forEach(
          (field, message) -> all.add(new FormCheck.Problem(field, "", message, false)));
      check.problems().stream()
          .filter(problem -> !problems.containsKey(problem.path()))
          .forEach(all::add);
      return new FormCheck(check.visible(), check.required(), List.copyOf(all));
    }
  }

  /** Takes each file in; what was typed must have been saved before. */
  public Outcome take(UUID draft, HttpServletRequest request, SignedIn me) throws IOException {
    Map<String, String> problems = new LinkedHashMap<>();
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    int sent = 0;
    var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (parts != null) {
      for (var entry : parts.getMultiFileMap().entrySet()) {
        for (MultipartFile file : entry.getValue()) {
          String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
          if (!entry.getKey().startsWith(PREFIX) || (file.isEmpty() && name.isEmpty())) {
            continue;
          }
          sent++;
          String field = entry.getKey().substring(PREFIX.length());
          UploadPaper.Result result;
          try (var content = file.getInputStream()) {
            result =
                upload.upload(
                    draft, PaperKey.ofField(field), name, content, me, request.getRemoteAddr());
          }
          if (result instanceof UploadPaper.Result.TooMany) {
            status = HttpStatus.TOO_MANY_REQUESTS;
          }
          problem(result)
              .ifPresent(
                  message ->
                      problems.merge(
                          field, "“%s”没有上传：%s".formatted(name, message), String::concat));
        }
      }
    }
    String pressed = request.getParameter(PRESSED);
    if (pressed != null && sent == 0) {
      problems.put(pressed, "请先选择要上传的文件。");
    }
    return new Outcome(problems, status, sent);
  }

  private static Optional<String> problem(UploadPaper.Result result) {
    return switch (result) {
      case UploadPaper.Result.Kept ignored -> Optional.empty();
      case UploadPaper.Result.Refused(var message) -> Optional.of(message);
      case UploadPaper.Result.TooMany(var message) -> Optional.of(message);
      case UploadPaper.Result.Closed ignored -> Optional.of(StepsController.CLOSED);
      case UploadPaper.Result.NotFound ignored -> Optional.of("这里不收文件。");
    };
  }

  /** The file whose 删除 was pressed beside a field. */
  public static Optional<UUID> removed(HttpServletRequest request) {
    String file = request.getParameter(REMOVED);
    return file != null && file.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(file))
        : Optional.empty();
  }
}
