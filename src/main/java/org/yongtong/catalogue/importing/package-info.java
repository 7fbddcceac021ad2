/**
 * Items by the hundred: uploaded spreadsheets and item files are read, held against the catalogue,
 * reported, and applied all at once; the same formats are written for download.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.importing;
