/**
 * Module journal: the one append-only record of every official act: append, subscribe, seal,
 * verify.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.journal;
