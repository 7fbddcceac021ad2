package org.yongtong.casework.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.form.Values;

/**
 * Parameters {@code applicant.…} → sheet. Name and number of a signed-in applicant are never taken
 * from a form.
 */
final class ApplicantParameters {

  private static final String PREFIX = "applicant.";
  private static final int LONGEST = 300;

  private final Map<String, String[]> parameters;
  private final Scope scope;

  ApplicantParameters(Map<String, String[]> parameters, Scope scope) {
    this.parameters = parameters;
    this.scope = scope;
  }

  Filing apply(Filing filing) {
    ApplicantSheet sheet = filing.applicant();
    boolean legal = sheet.legal();
    var changed =
        new ApplicantSheet(
            sheet.kind(),
            sheet.name(),
            sheet.code(),
            text("phone", sheet.phone()),
            text("address", sheet.address()),
            legal ? text("representative", sheet.representative()) : sheet.representative(),
            legal ? text("handler", sheet.handler()) : sheet.handler(),
            legal ? text("handlerPhone", sheet.handlerPhone()) : sheet.handlerPhone(),
            sheet.birth(),
            sheet.sex(),
            sheet.division());
    Map<String, Values.Origin> origins = new LinkedHashMap<>(filing.values().origins());
    touch(origins, "applicant.address", !changed.address().equals(sheet.address()));
    touch(
        origins,
        "applicant.representative",
        !changed.representative().equals(sheet.representative()));
    return filing.with(changed).with(new Values(filing.values().data(), origins));
  }

  private static void touch(Map<String, Values.Origin> origins, String path, boolean changed) {
    if (changed) {
      origins.computeIfPresent(
          path, (key, origin) -> new Values.Origin(origin.source(), origin.at(), true));
    }
  }

  private String text(String part, String before) {
    String[] sent = parameters.get(PREFIX + part);
    if (sent == null || sent.length == 0 || !scope.opensApplicant(part)) {
      return before;
    }
    String text = sent[sent.length - 1].replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
