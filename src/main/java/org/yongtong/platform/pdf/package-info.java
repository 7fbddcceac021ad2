/** Official papers as PDF. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.pdf;
