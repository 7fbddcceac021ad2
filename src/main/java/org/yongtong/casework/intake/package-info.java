/** Applying at the window for a person without an account. */
@org.springframework.modulith.NamedInterface("intake")
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.intake;
