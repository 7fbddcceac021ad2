package org.yongtong.certificate;

import org.jspecify.annotations.Nullable;

/**
 * The page on which anyone verifies a certificate.
 *
 * @param typed as the visitor typed it
 * @param verdict null before anything was asked
 * @param problem why nothing was looked up, or null
 */
public record VerifyPage(String typed, @Nullable Verdict verdict, @Nullable String problem) {}
