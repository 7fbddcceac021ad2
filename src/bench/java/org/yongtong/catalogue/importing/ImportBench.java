package org.yongtong.catalogue.importing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.Yongtong;
import org.yongtong.bench.ItemGenerator;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.catalogue.Publishing;
import org.yongtong.directory.Directory;
import org.yongtong.journal.Actor;

/**
 * Imports generated items with their papers, in each format: the check, then check and publication
 * in one transaction; beside it PostgreSQL's COPY of the same rows in the same run. Before and
 * after, how long one publication takes ({@link PublishBench}).
 *
 * <p>Arguments: how many leads (10,000), how many claims on top of them (0), formats (xlsx).
 */
public final class ImportBench {

  private static final long SEED = 20261124;

  private ImportBench() {}

  public static void main(String[] args) throws Exception {
    int leads = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int claims = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    String formats = args.length > 2 ? args[2] : "xlsx";
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Yongtong.class, "--server.port=0")) {
      new PublishBench(context, SEED).run("beside the pack's items");
      var bench = new Bench(context);
      for (String format : formats.split(",")) {
        bench.run(Format.ofKey(format).orElseThrow(), leads, claims);
      }
    }
    System.exit(0);
  }

  private record Bench(ConfigurableApplicationContext context) {

    void run(Format format, int leads, int claims) throws Exception {
      var directory = context.getBean(Directory.class);
      Names names = Names.of(directory);
      Path file = Files.createTempFile("items", format.ending());
      generate(format, leads, claims, file, directory, names);
      System.out.printf(
          "%s: %d leads, %d claims, %.1f MB%n",
          format.key(), leads, claims, Files.size(file) / 1048576.0);
      var transaction = context.getBean(TransactionTemplate.class);
      long start = System.nanoTime();
      Tally checked =
          Objects.requireNonNull(transaction.execute(status -> pass(file, names, null)));
      double check = seconds(start);
      long cpu = cpu();
      if (!checked.clean()) {
        checked.findings().stream().limit(10).forEach(System.out::println);
        throw new IllegalStateException(checked.found() + " findings");
      }
      start = System.nanoTime();
      Tally done =
          Objects.requireNonNull(
              transaction.execute(
                  status -> {
                    context.getBean(ManyItems.class).lock();
                    return pass(file, names, publisher());
                  }));
      double apply = seconds(start);
      Runtime heap = Runtime.getRuntime();
      System.out.printf(
          "round %s: check %.1f s, check and publish %.1f s (processor %.1f s) = %.0f items/s (%d"
              + " versions), heap %d MB of %d MB%n",
          format.key(),
          check,
          apply,
          (cpu() - cpu) / 1e9,
          done.versions() / apply,
          done.versions(),
          (heap.totalMemory() - heap.freeMemory()) >> 20,
          heap.maxMemory() >> 20);
      System.out.printf(
          "budget: 10,000 items with their papers in 60 s or less: %s%n",
          apply * 10_000 / (leads + claims) <= 60 ? "yes" : "no");
      floor(done.versions(), apply);
      new PublishBench(context, SEED).run("beside %d more items".formatted(leads + claims));
      clear();
      Files.delete(file);
    }

    private Pass.Publisher publisher() {
      var publishing = context.getBean(Publishing.class);
      var change = new Publishing.Change("bench", null, null);
      return parts -> publishing.publishAll(parts, change, Actor.system("bench"));
    }

    private Tally pass(
        Path file, Names names, Pass.@org.jspecify.annotations.Nullable Publisher to) {
      try (ItemFile read = ItemFile.read(file, file.getFileName().toString(), names)) {
        return Pass.over(
            read,
            context.getBean(ManyItems.class),
            names,
            new Pass.Options(null, Progress.NONE, line -> {}, to));
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }

    private static void generate(
        Format format, int leads, int claims, Path file, Directory directory, Names names)
        throws IOException {
      var generator = new ItemGenerator(SEED, directory.departments());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
          ItemWriter writer = ExportItems.writer(format, names, out)) {
        for (int i = 0; i < leads; i++) {
          var data = generator.lead(i);
          writer.write(
              new Known.Own(
                  ItemGenerator.leadId(i),
                  null,
                  String.valueOf(data.get("department")),
                  null,
                  null,
                  null,
                  data));
        }
        for (int i = 0; i < claims; i += 1_000) {
          for (var claim : generator.claims(i, Math.min(1_000, claims - i))) {
            writer.write(
                new Known.Own(
                    claim.lead() + "@" + claim.department(),
                    claim.lead(),
                    claim.department(),
                    "claimed",
                    "2026-01-01",
                    null,
                    claim.own()));
          }
        }
      }
    }

    /** The same content rows by COPY into a table with the same columns, key and no more. */
    private void floor(int versions, double apply) throws Exception {
      String url = context.getBean(HikariDataSource.class).getJdbcUrl();
      Path rows = Files.createTempFile("floor", ".copy");
      try (Connection owner = DriverManager.getConnection(url, "postgres", "");
          var statement = owner.createStatement()) {
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
          copy.copyOut(
              "COPY (SELECT version, item, number, content, content_hash, published_at FROM"
                  + " catalogue.item_version WHERE item LIKE 'generated-%') TO STDOUT",
              out);
        }
        statement.execute("DROP TABLE IF EXISTS public.bench_floor");
        statement.execute(
            "CREATE TABLE public.bench_floor (version uuid PRIMARY KEY, item text, number int,"
                + " content json, content_hash text, published_at timestamptz)");
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(rows)) {
          copy.copyIn("COPY public.bench_floor FROM STDIN", in);
        }
        double floor = seconds(start);
        System.out.printf(
            "floor: COPY of %d content rows (%.0f MB) %.1f s = %.0f rows/s; ratio of rows %.3f%n",
            versions, Files.size(rows) / 1048576.0, floor, versions / floor, floor / apply);
        statement.execute("DROP TABLE public.bench_floor");
      } finally {
        Files.delete(rows);
      }
    }

    /** The next round begins with the catalogue as it was. */
    private void clear() throws Exception {
      String url = context.getBean(HikariDataSource.class).getJdbcUrl();
      try (Connection owner = DriverManager.getConnection(url, "postgres", "");
          var statement = owner.createStatement()) {
        statement.execute("SET session_replication_role = replica");
        statement.execute("DELETE FROM catalogue.item_version WHERE item LIKE 'generated-%'");
        statement.execute("DELETE FROM catalogue.item WHERE id LIKE 'generated-%'");
      }
      context.getBean(JdbcClient.class).sql("SELECT 1").query(Integer.class).single();
    }

    /** Processor time of this thread: tells a busy machine from slow code. */
    private static long cpu() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long start) {
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
