package org.yongtong.catalogue.importing;

/**
 * One column of a sheet: an element of the implementation list (实施清单要素).
 *
 * @param header Chinese name, as the heading of the column
 * @param key national key (GB/T 39554.2), understood as a heading too
 * @param path where the value stands in an item's data, or in a row of the sheet's list
 * @param note what to write, beyond what the kind says; may be empty
 */
record Element(String header, String key, String path, Kind kind, String note) {

  String help() {
    return note.isEmpty() ? kind.help() : note + "（" + kind.help() + "）";
  }
}
