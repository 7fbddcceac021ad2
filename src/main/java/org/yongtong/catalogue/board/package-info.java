/** The quality of the catalogue: what is missing, outdated or asked for without need. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.board;
