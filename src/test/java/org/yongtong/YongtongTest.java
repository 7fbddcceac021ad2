package org.yongtong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole running platform with its embedded PostgreSQL and the Nanning pack. All such
 * tests share one context, so each makes its own data and relies on nobody else's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // all tests share few accounts and one address
    properties = {
      "yongtong.uploads.per-minute=300",
      "yongtong.uploads.per-minute-and-address=3000"
    })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshData.class)
public @interface YongtongTest {}
