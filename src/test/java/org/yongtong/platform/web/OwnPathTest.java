package org.yongtong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/items", "/items?q=%E5%BC%80%E5%BA%97&audience=legal", "/my/cases/1"})
  void aPathOfThisSiteStays(String path) {
    assertThat(OwnPath.orHome(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "",
        "items",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "/事项"
      })
  void everythingElseLeadsHome(String path) {
    assertThat(OwnPath.orHome(path)).isEqualTo("/");
  }
}
