/** The supervisor's view: full trace, overdue and nearly overdue cases. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.trace;
