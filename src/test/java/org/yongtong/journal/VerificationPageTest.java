package org.yongtong.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.As;
import org.yongtong.YongtongTest;
import org.yongtong.platform.web.Role;

@YongtongTest
@Timeout(120)
class VerificationPageTest {

  @Autowired MockMvc web;
  @Autowired Journal journal;
  @Autowired Seals seals;
  @Autowired Sealer sealer;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource pool;
  @Autowired Clock clock;

  @TempDir Path folder;

  @Test
  void aSupervisorVerifiesAndReadsTheVerdictInOneSentence() throws Exception {
    SealedEntries.sealed(journal, transaction, sealer, seals, 2);
    web.perform(post("/desk/journal/verification").with(As.role(Role.SUPERVISOR)).with(As.csrf()))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/desk/journal"));

    web.perform(get("/desk/journal").with(As.role(Role.SUPERVISOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("核验通过：")))
        .andExpect(content().string(containsString("立即核验")));
    web.perform(get("/api/v1/journal/verification").with(As.role(Role.SUPERVISOR)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.latest.intact").value(true))
        .andExpect(jsonPath("$.lastSeal.hash").isString());
  }

  @Test
  void oneRowIsShownWithItsProof() throws Exception {
    Entry entry = SealedEntries.sealed(journal, transaction, sealer, seals, 1).getFirst();

    web.perform(get("/desk/journal/" + entry.position()).with(As.role(Role.SUPERVISOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("未被改动")))
        .andExpect(content().string(containsString(entry.hash())));
    web.perform(get("/desk/journal/999999999999").with(As.role(Role.SUPERVISOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void othersMayNotSeeTheJournal() throws Exception {
    for (String path :
        List.of("/desk/journal", "/desk/journal/dump", "/api/v1/journal/verification")) {
      web.perform(get(path).with(As.role(Role.WINDOW))).andExpect(status().isForbidden());
      web.perform(get(path).with(As.person())).andExpect(status().isForbidden());
    }
  }

  @Test
  void onlyTheAuditAdministratorReplays() throws Exception {
    web.perform(post("/desk/journal/parked/none/1").with(As.role(Role.SUPERVISOR)).with(As.csrf()))
        .andExpect(status().isForbidden());
    web.perform(post("/desk/journal/parked/none/1").with(As.role(Role.AUDIT_ADMIN)).with(As.csrf()))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/desk/journal?replayed=false"));
    web.perform(get("/desk/journal?replayed=false").with(As.role(Role.AUDIT_ADMIN)))
        .andExpect(content().string(containsString("重新处理没有成功")));
  }

  @Test
  void whatIsDownloadedVerifiesOffline() throws Exception {
    SealedEntries.sealed(journal, transaction, sealer, seals, 1);
    var started =
        web.perform(get("/desk/journal/dump").with(As.role(Role.AUDIT_ADMIN)))
            .andExpect(request().asyncStarted())
            .andReturn();
    byte[] dump =
        web.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray();
    Path file = Files.write(folder.resolve("journal.jsonl.gz"), dump);

    var said = new ByteArrayOutputStream();
    assertThat(tool(said, "verify", file.toString())).isEqualTo(JournalTool.INTACT);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("核验通过");
    assertThat(tool(said, "verify", file.toString(), "--head", "ab".repeat(32)))
        .isEqualTo(JournalTool.FINDINGS);
  }

  @Test
  void theCommandExportsAndNamesARowForgedInTheDump() throws Exception {
    Entry entry = SealedEntries.sealed(journal, transaction, sealer, seals, 1).getFirst();
    Path file = folder.resolve("dump.gz");
    String url = ((HikariDataSource) pool).getJdbcUrl() + "?user=yongtong_app";
    var said = new ByteArrayOutputStream();
    assertThat(tool(said, "export", file.toString(), "--db", url)).isEqualTo(JournalTool.INTACT);

    String text;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String line =
        text.lines()
            .filter(candidate -> candidate.contains("\"position\":" + entry.position() + ","))
            .findFirst()
            .orElseThrow();
    Path forged = folder.resolve("forged.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(forged))) {
      out.write(
          text.replace(line, line.replace("test.step-0", "test.step-9"))
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(tool(said, "verify", forged.toString())).isEqualTo(JournalTool.FINDINGS);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("EDITED\t" + entry.position());

    Path cut = folder.resolve("cut.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(tool(said, "verify", cut.toString())).isEqualTo(JournalTool.ERROR);
    assertThat(tool(said, "nonsense")).isEqualTo(JournalTool.ERROR);
  }

  private int tool(ByteArrayOutputStream said, String... arguments) {
    return new JournalTool(new PrintStream(said, true, StandardCharsets.UTF_8), clock)
        .run(List.of(arguments));
  }
}
