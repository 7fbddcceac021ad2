package org.yongtong.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

  private final AccessInterceptor access;

  PagesConfiguration(AccessInterceptor access) {
    this.access = access;
  }

  @Bean
  static TemplateEngine templates() {
    // the package that jte-maven-plugin generates into, see pom.xml
    return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "generated.pages");
  }

  @Bean
  static ViewResolver jteViewResolver(TemplateEngine templates, Shells shells) {
    return new JteViewResolver(templates, shells);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(access).order(0);
  }
}
