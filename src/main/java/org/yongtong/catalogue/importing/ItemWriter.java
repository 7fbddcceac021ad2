package org.yongtong.catalogue.importing;

import java.io.Closeable;
import java.io.IOException;

/** Writes items into a file that {@link ItemFile} reads again without a difference. */
interface ItemWriter extends Closeable {

  void write(Known.Own item) throws IOException;
}
