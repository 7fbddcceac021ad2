package org.yongtong.casework;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to the SQL statements of the test's own thread. */
public final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final Level before = logger.getLevel();
  private final String thread = Thread.currentThread().getName();
  private final List<String> seen = new ArrayList<>();

  public Statements() {
    start();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThreadName().equals(thread)
        && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
      seen.add(event.getFormattedMessage());
    }
  }

  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
  }
}
