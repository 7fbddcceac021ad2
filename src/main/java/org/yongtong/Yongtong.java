package org.yongtong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yongtong.platform.StartFailure;

/** Starts the platform. Options are those of {@code bin/run}, see {@code application.yaml}. */
@SpringBootApplication
public class Yongtong {

  public static void main(String[] args) {
    try {
      SpringApplication.run(Yongtong.class, args);
    } catch (RuntimeException failure) {
      StartFailure.explain(failure);
    }
  }
}
