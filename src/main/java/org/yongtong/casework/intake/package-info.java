/** Applying at the window for a person without an account. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.intake;
