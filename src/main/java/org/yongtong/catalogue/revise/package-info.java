/** The life of an item for those who maintain it: revisions from the draft to the publication. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.revise;
