package org.yongtong.notification;

/** Socket: the company that carries text messages. */
interface SmsGateway {

  /**
   * Hands one message over. May be called again with the same {@code effect} when the answer was
   * lost; the gateway then must not send twice. Has to answer or fail within 20 seconds.
   *
   * @param phone number as the person gave it
   * @throws SmsGatewayUnavailable when trying later may help
   */
  Answer send(String phone, String text, String effect);

  /** What the gateway says to a message. */
  sealed interface Answer {
    record Accepted() implements Answer {}

    /** Never to be tried again, e.g. because there is no such number. */
    record Refused(String reason) implements Answer {}
  }
}
