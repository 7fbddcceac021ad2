package org.yongtong.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: long and not easily guessed. No rule about kinds of characters,
 * which makes people write passwords down without making them better.
 */
final class PasswordRules {

  static final int SHORTEST = 10;
  static final int LONGEST = 128;

  /** Passwords of ten and more characters that are tried first. */
  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "0123456789",
          "0987654321",
          "9876543210",
          "12345678910",
          "1234567891",
          "123456789a",
          "a123456789",
          "123123123a",
          "1231231234",
          "1122334455",
          "1472583690",
          "1qaz2wsx3edc",
          "1q2w3e4r5t",
          "1q2w3e4r5t6y",
          "qwertyuiop",
          "qwerty123456",
          "qwer123456",
          "asdfghjkl;",
          "asdfghjkl1",
          "zxcvbnm123",
          "abcdefghij",
          "abcd123456",
          "abc1234567",
          "password123",
          "password1234",
          "passw0rd123",
          "p@ssw0rd123",
          "admin12345",
          "admin123456",
          "administrator",
          "iloveyou1314",
          "woaini1314520",
          "woaini520520",
          "5201314520",
          "52013145201314",
          "nanning123",
          "nanning2026",
          "guangxi123",
          "guangxi2026",
          "yongtong2026",
          "yongtong123",
          "yongtong-2026");

  private PasswordRules() {}

  /** Why this password cannot be used, in Chinese, or null when it can. */
  static @Nullable String problem(String password, String login) {
    String plain = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return "新密码至少需要 " + SHORTEST + " 个字符，可以用几个不相关的词连在一起";
    }
    if (password.length() > LONGEST) {
      return "新密码最多 " + LONGEST + " 个字符";
    }
    if (plain.contains(login.toLowerCase(Locale.ROOT))) {
      return "新密码不能包含登录名";
    }
    if (COMMON.contains(plain) || plain.codePoints().distinct().count() < 4) {
      return "这个密码太常见，容易被猜到，请换一个";
    }
    return null;
  }
}
