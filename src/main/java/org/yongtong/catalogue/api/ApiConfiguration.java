package org.yongtong.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yongtong.platform.web.RateLimit;

/**
 * What all open interfaces share: no key, so many requests a minute for each network address, an
 * entity tag on every answer.
 */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  static final String ALL = "/api/v1/**";

  private final RateLimit limit;

  ApiConfiguration(@Value("${yongtong.api.requests-per-minute:1200}") int perMinute, Clock clock) {
    // generous, for a whole city hall may sit behind one address
    this.limit = RateLimit.perMinute(perMinute, clock);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Gate(limit)).addPathPatterns(ALL).order(1);
  }

  /** The tag is weak, because the connection may compress what it stands for. */
  @Bean
  static FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
    var filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true);
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }

  record Gate(RateLimit limit) implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (!limit.allows(request.getRemoteAddr())) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "请求太频繁，请过一分钟再试");
      }
      // the same for everybody, but ask each time whether it still holds
      response.setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
      return true;
    }
  }
}
