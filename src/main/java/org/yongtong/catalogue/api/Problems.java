package org.yongtong.catalogue.api;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the caller of an interface what was wrong, in the words of the interface itself. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> answer(ErrorResponseException problem) {
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }
}
