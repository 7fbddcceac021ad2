package org.yongtong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.yongtong.platform.StartFailure;

/**
 * Starts the platform. Beans are named by their whole class name, so that two features may each
 * have their StartController. Options are those of {@code bin/run}, see {@code application.yaml}.
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
