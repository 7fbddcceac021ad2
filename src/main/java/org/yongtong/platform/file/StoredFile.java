package org.yongtong.platform.file;

/**
 * A file that is kept. What it is called, and who may see it, is known to the module that took it.
 *
 * @param hash SHA-256 of the content, 64 small hexadecimal digits: its identity
 * @param size in bytes
 * @param type as its content shows
 */
public record StoredFile(String hash, long size, FileType type) {}
