package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@YongtongTest
class StartTest {

  @Autowired JdbcClient database;

  @Test
  void theApplicationWorksAsItsOwnRoleOnPostgres18() {
    assertThat(database.sql("SELECT current_user").query(String.class).single())
        .isEqualTo("yongtong_app");
    assertThat(database.sql("SHOW server_version").query(String.class).single()).startsWith("18");
  }
}
