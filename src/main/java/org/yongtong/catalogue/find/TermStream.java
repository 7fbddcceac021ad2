package org.yongtong.catalogue.find;

import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives ready terms to the index. */
final class TermStream extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Iterator<String> terms = Collections.emptyIterator();

  void give(Set<String> all) {
    terms = all.iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!terms.hasNext()) {
      return false;
    }
    clearAttributes();
    term.append(terms.next());
    return true;
  }
}
