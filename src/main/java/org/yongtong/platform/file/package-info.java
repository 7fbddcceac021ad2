/** Content-addressed files: streaming, hashing, type by magic number, safe serving. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.file;
