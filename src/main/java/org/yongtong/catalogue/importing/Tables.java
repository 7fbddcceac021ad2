package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the tables of a file, row by row. */
interface Tables {

  /**
   * A table begins.
   *
   * @return who takes its rows; null to pass over it
   */
  @Nullable Rows begin(String name) throws BadFile, IOException;

  /** Takes the rows of one table. */
  interface Rows {
    /**
     * @param line as the spreadsheet counts it, from 1
     */
    void row(int line, List<Cell> cells) throws BadFile, IOException;

    /** The row lost its content to a merged cell above it. */
    void covered(int line, int first, int last) throws BadFile, IOException;

    void end() throws BadFile, IOException;
  }
}
