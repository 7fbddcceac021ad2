package org.yongtong.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a handler method (or every method of a controller). A handler without it is
 * refused to everyone: deny by default. Whose rows may be seen is the use case's own question.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

  Who value();

  /** With {@link Who#STAFF}: any one of these roles; empty means all staff. */
  Role[] roles() default {};
}
