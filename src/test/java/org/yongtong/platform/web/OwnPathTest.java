package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/places",
        "/items?q=%E5%BC%80%E5%BA%97&audience=legal",
        "/my/cases/1",
        "/guide/food-business-licence?from=%E9%A6%96%E9%A1%B5&x=1",
        "/items/1#papers"
      })
  void aPathOfThisSiteStays(String path) {
    assertThat(OwnPath.find(path)).isEqualTo(path);
    assertThat(OwnPath.orHome(path)).isEqualTo(path);
    assertThat(OwnPath.or(path, "/otherwise")).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/事项, /%E4%BA%8B%E9%A1%B9",
    "/search?q=开店&x={a}&y=1%2F2, /search?q=%E5%BC%80%E5%BA%97&x=%7Ba%7D&y=1%2F2",
    "/{template}, /%7Btemplate%7D",
    "/a b, /a%20b"
  })
  void whatAHeaderMayNotHoldIsEncodedOnce(String path, String encoded) {
    assertThat(OwnPath.find(path)).isEqualTo(encoded);
    assertThat(OwnPath.find(encoded)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "items",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/\t/evil.example",
        "\t//evil.example",
        " /items"
      })
  void everythingElseIsRefused(String path) {
    assertThat(OwnPath.find(path)).isNull();
    assertThat(OwnPath.orHome(path)).isEqualTo("/");
    assertThat(OwnPath.or(path, "/otherwise")).isEqualTo("/otherwise");
  }

  @Test
  void anEndlessPathIsRefused() {
    assertThat(OwnPath.find("/" + "a".repeat(2000))).isNull();
  }
}
