package org.yongtong.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The folder that holds everything particular to one city. */
@Component
public class CityPack {

  private final Path root;

  CityPack(@Value("${yongtong.city}") Path root) {
    this.root = root;
    if (!Files.isDirectory(root)) {
      throw new IllegalStateException(
          "城市数据包不存在：%s。City pack not found.".formatted(root.toAbsolutePath()));
    }
  }

  public Path file(String name) {
    return root.resolve(name);
  }

  /** Regular files of a folder of the pack with this ending, by name. */
  public List<Path> files(String folder, String ending) {
    Path directory = root.resolve(folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A YAML file as maps, lists and plain values; no types are ever constructed. */
  public Map<String, Object> yaml(String name) {
    return yaml(file(name));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> yaml(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Rows of a CSV file whose first row names the columns. */
  public List<CSVRecord> csv(String name) {
    try (Reader reader = Files.newBufferedReader(file(name), StandardCharsets.UTF_8);
        var parser =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return parser.getRecords();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
