package org.yongtong.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

  @TempDir Path data;

  @Test
  void theFirstStartMakesAKeyForTheOwnerAlone() throws IOException {
    var folder = new KeyFolder(data.resolve("keys"));
    byte[] key = MasterKeys.load(folder, "").oldestFirst().getFirst();
    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(MasterKeys.load(folder, "").oldestFirst().getFirst()).isEqualTo(key);
    Path file = data.resolve("keys/master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void furtherKeyFilesAreFurtherKeys() throws IOException {
    var folder = new KeyFolder(data);
    MasterKeys.load(folder, "");
    Files.write(data.resolve("master-2.key"), new byte[32]);
    assertThat(MasterKeys.load(folder, "").oldestFirst()).hasSize(2);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() {
    var keys = MasterKeys.load(new KeyFolder(data), "ab".repeat(32) + "," + "CD".repeat(32));
    assertThat(keys.oldestFirst()).hasSize(2);
    assertThat(keys.oldestFirst().get(1)[0]).isEqualTo((byte) 0xCD);
    assertThat(data.resolve("master.key")).doesNotExist();
  }

  @Test
  void aKeyOfTheWrongSizeIsRefusedWithoutShowingIt() throws IOException {
    assertThatThrownBy(() -> MasterKeys.load(new KeyFolder(data), "beefbeef"))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("64位")
        .hasMessageNotContaining("beef");
    Files.write(data.resolve("master.key"), new byte[31]);
    assertThatThrownBy(() -> MasterKeys.load(new KeyFolder(data), ""))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("31字节");
  }
}
