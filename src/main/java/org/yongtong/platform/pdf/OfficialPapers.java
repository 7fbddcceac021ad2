package org.yongtong.platform.pdf;

import org.springframework.stereotype.Component;

/** Prints official papers: A4, laid out after GB/T 9704-2012, one page where it can be one. */
@Component
public class OfficialPapers {

  /** 三号, 四号 and 小四: a paper too long for one page in the usual size may stand smaller. */
  private static final double[] SIZES = {15.8, 14, 12.5};

  /** The paper as a PDF file; the same paper gives the same bytes. */
  public byte[] pdf(OfficialPaper paper) {
    try (var canvas = new Canvas(paper.title())) {
      PaperLayout chosen = new PaperLayout(canvas, paper, SIZES[0]);
      for (int i = 1; i < SIZES.length && chosen.pageCount() > 1; i++) {
        PaperLayout smaller = new PaperLayout(canvas, paper, SIZES[i]);
        if (smaller.pageCount() == 1) {
          chosen = smaller;
        }
      }
      chosen.draw();
      return canvas.bytes();
    }
  }
}
