/** The editor of an item's document: every element of an implementation list on grouped pages. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.edit;
