/** Applying: draft, form, papers, check, submit, receipt. */
@org.springframework.modulith.NamedInterface("apply")
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.apply;
