package org.yongtong.identity;

import java.nio.file.Path;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yongtong.platform.CityPack;
import org.yongtong.platform.Ids;
import org.yongtong.platform.PackLoader;
import org.yongtong.platform.crypto.FieldCipher;

/**
 * Sign-ins to try the platform with: the staff of the pack, some of its persons and companies, all
 * with one password. {@code yongtong.samples=false} closes them.
 */
@Component
class AccountPack implements PackLoader {

  static final String PASSWORD = "Yongtong-2026";

  private static final int REAL_NAME = 3;
  private static final Predicate<String> SHOWN_STAFF =
      Pattern.compile("(clerk|supervise|edit1|approve|admin)[^-]*|.*\\.market_regulation")
          .asMatchPredicate()
          .and(
              Pattern.compile("clerk\\.(?!hall|market_regulation).*|clerk2.*")
                  .asMatchPredicate()
                  .negate());

  private final boolean wanted;
  private final CityPack pack;
  private final FieldCipher cipher;
  private final PasswordHashing passwords;
  private final JdbcClient database;
  private final Clock clock;
  private List<Sample> samples = List.of();

  AccountPack(
      @Value("${yongtong.samples:true}") boolean wanted,
      CityPack pack,
      FieldCipher cipher,
      PasswordHashing passwords,
      JdbcClient database,
      Clock clock) {
    this.wanted = wanted;
    this.pack = pack;
    this.cipher = cipher;
    this.passwords = passwords;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "示例账号";
  }

  @Override
  public List<Path> files() {
    return wanted
        ? List.of(
            pack.file("accounts.yaml"),
            pack.file("staff.yaml"),
            pack.file("people.csv"),
            pack.file("companies.csv"))
        : List.of();
  }

  @Override
  public String load() {
    database.sql("UPDATE identity.account SET status = 'closed' WHERE sample").update();
    if (!wanted) {
      return "示例账号已停用";
    }
    String hash = passwords.hash(PASSWORD);
    List<Sample> all = read();
    all.forEach(sample -> write(sample, hash));
    return all.size() + " 个";
  }

  @Override
  public void ready() {
    if (wanted) {
      samples = read();
    }
  }

  /**
   * Samples of one kind for the sign-in page, none when they are turned off. Of the staff one
   * department and everyone without a department's work is enough.
   */
  List<Sample> shownOf(AccountKind kind) {
    return samples.stream()
        .filter(sample -> sample.kind() == kind)
        .filter(sample -> kind != AccountKind.STAFF || SHOWN_STAFF.test(sample.login()))
        .toList();
  }

  private void write(Sample sample, String hash) {
    database
        .sql(
            """
            INSERT INTO identity.account
              (id, kind, login, name, code_cipher, code_index, phone_cipher, phone_index,
               level, password_hash, status, sample, created_at)
            VALUES (:id, :kind, :login, :name, :code, :codeIndex, :phone, :phoneIndex,
                    :level, :hash, 'active', true, :now)
            ON CONFLICT (login) DO UPDATE
              SET name = excluded.name, status = 'active', version = account.version + 1,
                  code_cipher = excluded.code_cipher, code_index = excluded.code_index,
                  phone_cipher = excluded.phone_cipher, phone_index = excluded.phone_index
              WHERE account.sample
            """)
        .param("id", Ids.next(clock))
        .param("kind", Account.stored(sample.kind()))
        .param("login", sample.login())
        .param("name", sample.name())
        .param("code", encrypted(sample.code()), Types.BINARY)
        .param("codeIndex", index(Accounts.CODE, sample.code()), Types.BINARY)
        .param("phone", encrypted(sample.phone()), Types.BINARY)
        .param("phoneIndex", index(Accounts.PHONE, sample.phone()), Types.BINARY)
        .param("level", REAL_NAME)
        .param("hash", hash)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private byte @Nullable [] encrypted(String text) {
    return text.isEmpty() ? null : cipher.encrypt(text);
  }

  private byte @Nullable [] index(String domain, String text) {
    return text.isEmpty() ? null : cipher.blindIndex(domain, Accounts.normalCode(text));
  }

  private List<Sample> read() {
    Map<String, String[]> known = new HashMap<>();
    pack.csv("people.csv")
        .forEach(
            row ->
                known.put(row.get("id_number"), new String[] {row.get("name"), row.get("phone")}));
    pack.csv("companies.csv")
        .forEach(
            row ->
                known.put(
                    row.get("credit_code"), new String[] {row.get("name"), row.get("phone")}));
    var all = new java.util.ArrayList<Sample>();
    for (Map<?, ?> entry : entries("accounts.yaml", "accounts")) {
      AccountKind kind = Account.kind(text(entry, "kind"));
      String code = text(entry, kind == AccountKind.PERSON ? "id_number" : "credit_code");
      String[] row = known.get(code);
      if (row == null) {
        throw new IllegalStateException(
            "accounts.yaml: no row in the registers for login " + text(entry, "login"));
      }
      all.add(new Sample(kind, text(entry, "login"), row[0], text(entry, "note"), code, row[1]));
    }
    for (Map<?, ?> entry : entries("staff.yaml", "staff")) {
      all.add(
          new Sample(
              AccountKind.STAFF,
              text(entry, "login"),
              text(entry, "name"),
              text(entry, "post"),
              "",
              ""));
    }
    return List.copyOf(all);
  }

  private List<Map<?, ?>> entries(String file, String list) {
    List<Map<?, ?>> all = new java.util.ArrayList<>();
    if (pack.yaml(file).get(list) instanceof List<?> entries) {
      for (Object entry : entries) {
        all.add((Map<?, ?>) entry);
      }
    }
    return all;
  }

  private static String text(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    return value == null ? "" : value.toString();
  }

  /** One sample sign-in; {@code note} says in Chinese who that is. */
  record Sample(
      AccountKind kind, String login, String name, String note, String code, String phone) {
    @Override
    public String toString() {
      return "Sample[" + login + "]";
    }
  }
}
