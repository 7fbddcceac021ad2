/** Applying: draft, form, papers, check, submit, receipt. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.apply;
