/** Designers of an item's form and of its questions: acts on the document of a revision. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.design;
