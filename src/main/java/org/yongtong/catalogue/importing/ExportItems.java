package org.yongtong.catalogue.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ManyItems;
import org.yongtong.directory.Directory;

/** Writes what is published into files that the import reads again without a difference. */
@Component
class ExportItems {

  private final ManyItems many;
  private final Catalogue catalogue;
  private final Directory directory;

  ExportItems(ManyItems many, Catalogue catalogue, Directory directory) {
    this.many = many;
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /**
   * @param department key; null = all
   * @return how many items were written
   */
  int write(Format format, @Nullable String department, OutputStream out) throws IOException {
    int[] count = {0};
    try (ItemWriter writer = writer(format, Names.of(directory), out)) {
      many.each(
          department,
          kept -> {
            try {
              writer.write(Known.Own.of(kept));
              count[0]++;
            } catch (IOException lost) {
              throw new UncheckedIOException(lost);
            }
          });
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
    return count[0];
  }

  static ItemWriter writer(Format format, Names names, OutputStream out) throws IOException {
    return switch (format) {
      case XLSX -> new XlsxWriter(out, names);
      case CSV -> new CsvWriter(out, names);
      case YAML -> new YamlWriter(out);
    };
  }

  /**
   * The template with one filled item, of this department where it has one.
   *
   * @param department key; null = any
   */
  void template(@Nullable String department, OutputStream out) throws IOException {
    var leads = catalogue.leads();
    var example =
        leads.stream()
            .filter(lead -> lead.department().equals(department))
            .findFirst()
            .or(() -> leads.stream().findFirst())
            .map(ItemHead::id);
    Template.write(
        out,
        Names.of(directory),
        example.map(java.util.List::of).map(many::own).orElse(java.util.List.of()).stream()
            .map(Known.Own::of)
            .toList());
  }
}
