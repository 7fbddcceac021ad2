package org.yongtong.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/places", "/guide/food-business-licence?from=%E9%A6%96%E9%A1%B5&x=1"})
  void pagesOfThisSiteAreGoneBackTo(String own) {
    assertThat(OwnPath.or(own, "/otherwise")).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "places",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/{template}",
        "\t//evil.example"
      })
  void otherSitesAreNot(String foreign) {
    assertThat(OwnPath.or(foreign, "/otherwise")).isEqualTo("/otherwise");
  }
}
