package org.yongtong.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param account in-site letter box, or null for someone without an account
 * @param phone for the SMS, or null to send none; kept encrypted
 * @param title up to 60 characters; a longer one is cut with …
 * @param text plain text; no more personal data than the recipient needs
 * @param link path of the page to open, e.g. {@code /my/cases/…}
 * @param effect stable id of the effect: the same id is sent once however often asked
 */
public record Letter(
    @Nullable UUID account,
    @Nullable String phone,
    String title,
    String text,
    @Nullable String link,
    String effect) {}
