package org.yongtong.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yongtong.YongtongTest;

@YongtongTest
class MasterKeyDbTest {

  @Autowired JdbcClient database;
  @Autowired Clock clock;
  @Autowired FieldCipher cipher;
  @Autowired Sm2Signer signer;
  @Autowired KeyFolder folder;
  @TempDir Path elsewhere;

  @Test
  void aStartWithAnotherKeyThanTheDatabasesIsRefused() {
    assertThatThrownBy(
            () ->
                new CryptoConfiguration()
                    .fieldCipher(new KeyFolder(elsewhere), "", database, clock))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("与本数据库加密时使用的不同");
  }

  @Test
  void aSecondStartWithTheSameKeyReadsWhatTheFirstWrote() {
    var again = new CryptoConfiguration().fieldCipher(folder, "", database, clock);
    assertThat(again.decrypt(cipher.encrypt("黄小明"))).isEqualTo("黄小明");
    assertThat(signer.verify(new byte[] {1}, signer.sign(new byte[] {1}))).isTrue();
  }
}
