package org.yongtong.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatIsWrittenIsReadWithoutADifference(Format format) throws Exception {
    Path file = folder.resolve("items" + format.ending());
    Files.write(file, PackFixture.written(format, PackFixture.ITEMS.values()));
    try (ItemFile read = ItemFile.read(file, file.getFileName().toString(), PackFixture.NAMES)) {
      List<Entry> entries = read.entries(PackFixture.KNOWN);
      assertThat(read.findings().listed()).isEmpty();
      assertThat(entries)
          .extracting(Entry::id)
          .containsExactlyElementsOf(PackFixture.ITEMS.keySet());
      for (Entry entry : entries) {
        Map<String, Object> known = PackFixture.item(entry.id()).data();
        assertThat(Sameness.of(entry.content(null)))
            .as(entry.id() + " as a new item")
            .isEqualTo(Sameness.of(known));
        assertThat(Sameness.of(entry.content(known)))
            .as(entry.id() + " over itself")
            .isEqualTo(Sameness.of(known));
      }
      assertThat(read.findings().listed()).isEmpty();
    }
  }
}
