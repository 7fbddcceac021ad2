package org.yongtong.platform.crypto;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

  @Bean
  KeyFolder keyFolder(@Value("${yongtong.database.data}") String data) {
    return new KeyFolder(Path.of(data, "keys"));
  }

  /** The field cipher, once it is certain that the keys are those of this database. */
  @Bean
  FieldCipher fieldCipher(
      KeyFolder folder,
      @Value("${YONGTONG_MASTER_KEY:}") String environment,
      JdbcClient database,
      Clock clock) {
    MasterKeys masters = MasterKeys.load(folder, environment);
    for (int number = 1; number <= masters.oldestFirst().size(); number++) {
      byte[] checkValue = FieldCipher.checkValue(masters.oldestFirst().get(number - 1));
      byte[] known = known(database, number, checkValue, OffsetDateTime.now(clock));
      if (!MessageDigest.isEqual(known, checkValue)) {
        throw new KeyFailure(
            "第%d号主密钥与本数据库加密时使用的不同，请恢复原来的 keys 目录或环境变量 YONGTONG_MASTER_KEY。".formatted(number)
                + "The master key is not the one of this database.");
      }
    }
    return new FieldCipher(masters);
  }

  private static byte[] known(
      JdbcClient database, int number, byte[] checkValue, OffsetDateTime now) {
    database
        .sql(
            """
            INSERT INTO platform.master_key (id, check_value, first_seen) VALUES (:id, :value, :at)
            ON CONFLICT (id) DO NOTHING
            """)
        .param("id", number)
        .param("value", checkValue)
        .param("at", now)
        .update();
    return database
        .sql("SELECT check_value FROM platform.master_key WHERE id = :id")
        .param("id", number)
        .query(byte[].class)
        .single();
  }

  @Bean
  Sm2Signer sealSigner(KeyFolder folder) {
    return Sm2Signer.load(folder);
  }
}
