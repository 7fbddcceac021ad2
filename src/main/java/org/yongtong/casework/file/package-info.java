/**
 * The case file itself: its life cycle, clocks, numbers, papers and rows. Features around it act
 * only through it.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.file;
