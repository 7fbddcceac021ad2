package org.yongtong.casework.file;

import java.time.LocalDate;

/** What a clock knows of a case: dated events, nothing else. */
public sealed interface ClockEvent {

  LocalDate on();

  /** The application (or its correction) was received complete or not. */
  record Received(LocalDate on) implements ClockEvent {}

  /** One-time correction notice went out. */
  record CorrectionRequired(LocalDate on) implements ClockEvent {}

  /** Accepted; when deemed accepted, {@code on} is the day of receipt (行政许可法 §32(1)4). */
  record Accepted(LocalDate on) implements ClockEvent {}

  /** The head approved more time (行政许可法 §42). */
  record Extended(LocalDate on, int workdays) implements ClockEvent {}

  /**
   * A special procedure began whose time does not count (行政许可法 §45), from this day on.
   *
   * @param workdays planned
   */
  record Stopped(LocalDate on, String procedure, int workdays) implements ClockEvent {}

  /** A procedure began whose time does count, such as a public notice. */
  record Alongside(LocalDate on, String procedure, int workdays) implements ClockEvent {}

  /** A procedure was given more working days. */
  record Prolonged(LocalDate on, String procedure, int workdays) implements ClockEvent {}

  /** A procedure ended; this day counts again when no other stops the clock. */
  record Resumed(LocalDate on, String procedure) implements ClockEvent {}

  record Decided(LocalDate on) implements ClockEvent {}

  /** Delivered, withdrawn or not accepted: all clocks end. */
  record Closed(LocalDate on) implements ClockEvent {}
}
