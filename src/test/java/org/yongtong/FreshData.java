package org.yongtong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives every test run an empty data folder below {@code target}. */
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path data = Path.of("target", "test-data");
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException unremovable) {
      throw new UncheckedIOException(unremovable);
    }
    TestPropertyValues.of("yongtong.database.data=" + data).applyTo(context);
  }
}
