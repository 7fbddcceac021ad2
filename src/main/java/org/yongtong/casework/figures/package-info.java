/** Figures of finished cases for the guides: real handling times and ratings. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.figures;
