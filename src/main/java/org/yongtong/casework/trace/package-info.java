/** The supervisor's view: full trace, overdue and nearly overdue cases. */
@org.springframework.modulith.NamedInterface("trace")
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.trace;
