package org.yongtong.catalogue.power;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.yongtong.catalogue.ItemSource;
import org.yongtong.catalogue.Organisation;
import org.yongtong.directory.Directory;

/**
 * The test's own power lists, published in a transaction that is rolled back in the end: the thread
 * of the test sees them, and what is in memory is put right afterwards.
 */
public final class PublishedPowers implements AutoCloseable {

  private static final Path FOLDER = Path.of("src/test/resources/city/powers");

  private final PlatformTransactionManager transactions;
  private final TransactionStatus transaction;
  private final CityPowers powers;

  public PublishedPowers(ApplicationContext context) {
    this.transactions = context.getBean(PlatformTransactionManager.class);
    this.powers = context.getBean(CityPowers.class);
    this.transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    context
        .getBean(PowerPack.class)
        .publish(sources(), Organisation.of(context.getBean(Directory.class)));
    powers.refresh();
  }

  static List<ItemSource> sources() {
    return List.of(
        ItemSource.read(FOLDER.resolve("market_regulation.yaml")),
        ItemSource.read(FOLDER.resolve("water.yaml")));
  }

  @Override
  public void close() {
    transactions.rollback(transaction);
    powers.refresh();
  }
}
