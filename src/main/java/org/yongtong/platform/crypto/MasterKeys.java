package org.yongtong.platform.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The master keys, oldest first. The number of a key, from 1, is its place; the newest encrypts.
 *
 * <p>From the environment: hexadecimal, 64 digits each, with commas between. Else from the key
 * folder: {@code master.key}, then {@code master-2.key}, {@code master-3.key} … of 32 bytes each.
 */
record MasterKeys(List<byte[]> oldestFirst) {

  static final int BYTES = 32;
  private static final int MOST = 255;

  MasterKeys {
    oldestFirst = List.copyOf(oldestFirst);
    if (oldestFirst.isEmpty() || oldestFirst.size() > MOST) {
      throw new KeyFailure("主密钥应有1至255个。There must be 1 to 255 master keys.");
    }
  }

  static MasterKeys load(KeyFolder folder, String environment) {
    return environment.isBlank() ? fromFolder(folder) : fromEnvironment(environment);
  }

  private static MasterKeys fromEnvironment(String text) {
    var keys = new ArrayList<byte[]>();
    for (String hex : text.split(",", -1)) {
      if (!hex.strip().matches("[0-9a-fA-F]{64}")) {
        throw new KeyFailure(
            "环境变量 YONGTONG_MASTER_KEY 应为64位十六进制数字（32字节），多个密钥以逗号分隔。"
                + "YONGTONG_MASTER_KEY must be 64 hexadecimal digits.");
      }
      keys.add(HexFormat.of().parseHex(hex.strip()));
    }
    return new MasterKeys(keys);
  }

  private static MasterKeys fromFolder(KeyFolder folder) {
    var keys = new ArrayList<byte[]>();
    keys.add(checked("master.key", folder.readOrCreate("master.key", MasterKeys::random)));
    for (int number = 2; folder.has("master-" + number + ".key"); number++) {
      String name = "master-" + number + ".key";
      keys.add(checked(name, folder.read(name)));
    }
    return new MasterKeys(keys);
  }

  private static byte[] checked(String name, byte[] key) {
    if (key.length != BYTES) {
      throw new KeyFailure(
          "密钥文件 %s 应为32字节，现为%d字节，请从备份恢复。The key file is damaged.".formatted(name, key.length));
    }
    return key;
  }

  private static byte[] random() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
