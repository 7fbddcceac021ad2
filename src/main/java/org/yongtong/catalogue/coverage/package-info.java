/** The coverage board: how much of the catalogue can be done online, and how far. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.coverage;
