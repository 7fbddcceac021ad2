package org.yongtong.notification;

/** The gateway did not answer, or asks for patience. */
class SmsGatewayUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SmsGatewayUnavailable(String message) {
    super(message);
  }
}
