/** The decider: approve, refuse, return; the head: extension. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.decide;
