package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The Lucene index of the leads. It lives in memory and is made anew at each start from what is
 * published, so that nothing can be left half written. Written by one thread at a time.
 */
final class LeadIndex {

  static final String NUMBER = "number";
  private static final String KEY = "key";
  private static final double BUFFER_MEGABYTES = 48;
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setOmitNorms(true);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final IndexWriter writer;
  private final Document document = new Document();
  private final Map<String, TermStream> streams = new LinkedHashMap<>();
  private final NumericDocValuesField number = new NumericDocValuesField(NUMBER, 0);
  private final StringField key = new StringField(KEY, "", Field.Store.NO);

  LeadIndex() {
    try {
      var settings = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      writer = new IndexWriter(new ByteBuffersDirectory(), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    document.add(number);
    document.add(key);
    for (String field : LeadTerms.FIELDS) {
      var stream = new TermStream();
      streams.put(field, stream);
      document.add(new Field(field, stream, TERMS));
    }
  }

  void add(Collection<Lead> leads) throws IOException {
    for (Lead lead : leads) {
      writer.addDocument(document(lead));
    }
  }

  void replace(Collection<Lead> leads) throws IOException {
    for (Lead lead : leads) {
      writer.updateDocument(term(lead.number()), document(lead));
    }
  }

  void remove(int lead) throws IOException {
    writer.deleteDocuments(term(lead));
  }

  DirectoryReader open() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Leaves everything to the garbage collector. */
  void discard() {
    try {
      writer.rollback();
    } catch (IOException | RuntimeException broken) {
      // it is thrown away anyhow
    }
  }

  private static Term term(int number) {
    return new Term(KEY, String.valueOf(number));
  }

  private Document document(Lead lead) {
    number.setLongValue(lead.number());
    key.setStringValue(String.valueOf(lead.number()));
    streams.forEach((field, stream) -> stream.give(LeadTerms.of(lead, field)));
    return document;
  }
}
