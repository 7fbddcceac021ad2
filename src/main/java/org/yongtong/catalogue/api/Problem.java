package org.yongtong.catalogue.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What an interface answers instead of data (RFC 9457). */
final class Problem {

  private Problem() {}

  static ErrorResponseException of(HttpStatus status, String detail) {
    var problem = new ErrorResponseException(status);
    problem.setDetail(detail);
    return problem;
  }

  static ErrorResponseException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  static ErrorResponseException badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }
}
