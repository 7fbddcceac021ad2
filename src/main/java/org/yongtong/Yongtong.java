package org.yongtong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.yongtong.platform.StartFailure;

/**
 * Starts the platform. Options are those of {@code bin/run}, see {@code application.yaml}. Beans
 * have their full names, so that two features may each have, say, a {@code PapersController}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Yongtong {

  public static void main(String[] args) {
    try {
      SpringApplication.run(Yongtong.class, args);
    } catch (RuntimeException failure) {
      StartFailure.explain(failure);
    }
  }
}
