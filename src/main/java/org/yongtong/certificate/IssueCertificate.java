package org.yongtong.certificate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.journal.Actor;

/**
 * Order to issue a certificate.
 *
 * @param department key of the issuing department
 * @param prefix letters before the number's serial
 * @param matter key of the case; one certificate per matter, asked twice gives the same one
 */
public record IssueCertificate(
    String type,
    String name,
    String prefix,
    String department,
    String division,
    String holderKind,
    String holderName,
    String holderCode,
    LocalDate validFrom,
    @Nullable Integer validityYears,
    List<Certificate.FaceItem> face,
    String matter,
    Actor actor) {}
