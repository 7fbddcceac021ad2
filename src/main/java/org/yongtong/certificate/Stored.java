package org.yongtong.certificate;

/**
 * A certificate with what only this module needs of it.
 *
 * @param department key of the department that issued it and answers for it
 * @param division 12-digit code
 * @param person whether the holder is a natural person
 */
record Stored(Certificate certificate, String department, String division, boolean person) {}
