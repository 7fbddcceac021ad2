package org.yongtong.casework.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The top of every page about one case.
 *
 * @param numberTail day and serial, the part that people read out; {@code numberHead} the rest
 * @param applicant masked
 * @param stateTone as of {@code component/pill.jte}
 * @param special clock of a special procedure that runs beside {@code clock}, or null
 * @param later what is awaited of papers promised for later, or null
 * @param consult when the first answer of another department is due, or null
 */
public record CaseHead(
    UUID id,
    String numberHead,
    String numberTail,
    String itemName,
    String applicant,
    String department,
    String state,
    String stateTone,
    String channel,
    String received,
    ClockWords.View clock,
    ClockWords.@Nullable View special,
    ClockWords.@Nullable View later,
    ClockWords.@Nullable View consult) {

  static final int TASK = 31;

  /** Where the readable tail of a number begins. */
  public static String tail(String number) {
    return number.length() > TASK ? number.substring(TASK) : number;
  }

  public static String head(String number) {
    return number.length() > TASK ? number.substring(0, TASK) : "";
  }

  public String number() {
    return numberHead + numberTail;
  }

  public String path() {
    return "/desk/cases/" + id;
  }
}
