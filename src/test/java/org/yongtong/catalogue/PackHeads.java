package org.yongtong.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The leads of the Nanning pack, read from their files without a database. */
public final class PackHeads {

  private static final Path CITY = Path.of("city/nanning");

  private PackHeads() {}

  public static List<ItemHead> leads() throws IOException {
    Organisation organisation =
        Organisation.read(CITY.resolve("departments.yaml"), CITY.resolve("places.yaml"));
    var heads = new ArrayList<ItemHead>();
    try (var files = Files.list(CITY.resolve("items"))) {
      for (Path file : files.sorted().toList()) {
        var source = ItemSource.of(file.getFileName().toString(), Files.readString(file));
        heads.add(head(Implementation.lead(source.data(), organisation)));
      }
    }
    heads.sort(Comparator.comparing(ItemHead::name, Collator.getInstance(Locale.CHINA)));
    return heads;
  }

  private static ItemHead head(Implementation item) {
    var row =
        new ItemTables.HeadRow(
            item.id(),
            null,
            item.mode(),
            item.level(),
            ItemState.IN_USE,
            item.taskCode(),
            item.baseCode(),
            item.department(),
            item.division(),
            UUID.nameUUIDFromBytes(item.id().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            1,
            OffsetDateTime.parse("2026-11-24T00:00:00+08:00"),
            item.head());
    return Objects.requireNonNull(HeadReader.read(row, null));
  }
}
