package org.yongtong.catalogue.find;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
 * published, so that nothing can be left half written.
 */
final class LeadIndex {

  static final String NUMBER = "number";
  private static final String KEY = "key";
  private static final double BUFFER_MEGABYTES = 48;
  private static final int AT_ONCE = 500;
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setOmitNorms(true);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final IndexWriter writer;

  LeadIndex() {
    try {
      var settings = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      writer = new IndexWriter(new ByteBuffersDirectory(), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Adds many leads with all processors. */
  void add(List<Lead> leads) throws IOException {
    int parts = leads.size() < AT_ONCE ? 1 : Runtime.getRuntime().availableProcessors();
    var tasks = new ArrayList<FutureTask<Void>>();
    for (int i = 0; i < parts; i++) {
      List<Lead> part = leads.subList(leads.size() * i / parts, leads.size() * (i + 1) / parts);
      tasks.add(new FutureTask<>(() -> addAll(part), null));
    }
    tasks.stream().skip(1).forEach(task -> Thread.ofPlatform().name("search-index").start(task));
    tasks.getFirst().run();
    for (FutureTask<Void> task : tasks) {
      finish(task);
    }
    if (parts > 1) {
      writer.forceMerge(1); // each part of the index costs every question a look into its terms
    }
  }

  private void addAll(List<Lead> leads) {
    var page = new Page();
    try {
      for (Lead lead : leads) {
        writer.addDocument(page.of(lead));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void finish(FutureTask<Void> task) throws IOException {
    try {
      task.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the search index was made");
    }
  }

  void replace(List<Lead> leads) throws IOException {
    var page = new Page();
    for (Lead lead : leads) {
      writer.updateDocument(term(lead.number()), page.of(lead));
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

  /** One document, filled again for each lead. */
  private static final class Page {

    private final Document document = new Document();
    private final Map<String, TermStream> streams = new LinkedHashMap<>();
    private final NumericDocValuesField number = new NumericDocValuesField(NUMBER, 0);
    private final StringField key = new StringField(KEY, "", Field.Store.NO);

    Page() {
      document.add(number);
      document.add(key);
      for (String field : LeadTerms.FIELDS) {
        var stream = new TermStream();
        streams.put(field, stream);
        document.add(new Field(field, stream, TERMS));
      }
    }

    Document of(Lead lead) {
      number.setLongValue(lead.number());
      key.setStringValue(String.valueOf(lead.number()));
      streams.forEach((field, stream) -> stream.give(LeadTerms.of(lead, field)));
      return document;
    }
  }
}
