package org.yongtong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yongtong.casework.ApplicationFixture;

/** Numbers and telephones of people never come into the log, neither when things go wrong. */
@YongtongTest
class PersonalDataInLogsTest {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])([1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])");

  /** An applicant's relative as the fixture types it: not of the register. */
  private static final List<String> TYPED = List.of("45010419901123970X", "13800000000");

  @Autowired MockMvc web;
  @Autowired ApplicationContext context;

  @Test
  void flowsAndFaultsLeaveNoNumberOfAPersonInTheLog() throws Exception {
    Set<String> people = numbersOfThePack();
    assertThat(people).hasSizeGreaterThan(20);
    var log = new Listening();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      LoggerFactory.getLogger(getClass()).warn("the listener hears");
      String number = people.iterator().next();
      var elder = new ApplicationFixture(web, context);
      elder.asked(elder.accepted(elder.submitted()), "请说明现在的居住地址？");
      String draft = elder.begin();
      elder.fill(draft + "/form", Map.of("f.relatives.0.relative.id_number", number));
      web.perform(
          post("/sign-in").param("login", number).param("password", "wrong").with(As.csrf()));
      web.perform(get("/items").param("q", number));
      web.perform(get("/progress").param("number", number).param("last", "1234"));
      web.perform(get("/verify").param("number", number));
      web.perform(get("/my/cases/" + number).with(As.person()));
      web.perform(get("/no-such-page/" + number));
      web.perform(get("/desk/cases").param("q", number).with(As.staff("clerk.market_regulation")));
      web.perform(get("/api/v1/items/" + number).param("limit", number));
    } finally {
      root.detachAppender(log);
    }
    assertThat(log.lines).anyMatch(line -> line.contains("the listener hears"));
    assertThat(log.lines)
        .noneMatch(
            line ->
                NUMBER
                    .matcher(line)
                    .results()
                    .map(found -> found.group(1))
                    .anyMatch(found -> people.contains(found) || TYPED.contains(found)));
  }

  private static Set<String> numbersOfThePack() throws IOException {
    Set<String> all = new HashSet<>();
    for (String file : List.of("people.csv", "accounts.yaml", "companies.csv")) {
      NUMBER
          .matcher(Files.readString(Path.of("city", "nanning", file), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1))
          .forEach(all::add);
    }
    return all;
  }

  private static final class Listening extends AppenderBase<ILoggingEvent> {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(String.valueOf(cause.getMessage()));
      }
    }
  }
}
