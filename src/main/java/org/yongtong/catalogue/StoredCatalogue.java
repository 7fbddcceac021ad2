package org.yongtong.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.directory.Directory;
import org.yongtong.directory.StoredDirectory;
import org.yongtong.form.Forms;
import org.yongtong.journal.Journal;
import org.yongtong.journal.StoredJournal;

/**
 * The catalogue of a database, for tools beside the application. A running application sees what a
 * tool publishes as it sees what another node publishes.
 */
public record StoredCatalogue(
    ManyItems items,
    Publishing publishing,
    Directory directory,
    Journal journal,
    TransactionTemplate transaction) {

  public static StoredCatalogue open(DataSource source, Forms forms, Clock clock) {
    var batches = new JdbcTemplate(source);
    var database = JdbcClient.create(batches);
    var tables = new ItemTables(database, batches, clock);
    Directory directory = StoredDirectory.read(database);
    Journal journal = StoredJournal.of(batches, clock);
    var memory =
        new CityCatalogue(tables, new ItemReader(forms), new Situations(forms), new NoSearch());
    return new StoredCatalogue(
        new ManyItems(tables, directory, forms),
        new Publishing(tables, memory, directory, journal),
        directory,
        journal,
        new TransactionTemplate(new DataSourceTransactionManager(source)));
  }

  /** A tool publishes and never searches. */
  private record NoSearch() implements ItemFinder {
    @Override
    public void show(List<ItemHead> leads, Function<String, List<ItemHead>> implementations) {}

    @Override
    public List<ItemHead> find(ItemQuery query) {
      throw new UnsupportedOperationException("a tool does not search");
    }
  }

  /** The form engine alone. */
  public static org.springframework.context.support.AbstractApplicationContext forms() {
    return ItemsTool.forms();
  }
}
