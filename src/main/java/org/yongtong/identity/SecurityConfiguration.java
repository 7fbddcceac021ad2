package org.yongtong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The gate before every request. Besides these rules every handler carries its own {@link
 * org.yongtong.platform.web.Allow}; one without it is closed to everyone.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {

  static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; object-src 'none'; frame-src 'self'; frame-ancestors 'self';"
          + " base-uri 'self'; form-action 'self'";

  private static final String DEVICE_POLICY =
      "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

  @Bean
  SecurityFilterChain gate(HttpSecurity http, Sessions sessions, CsrfTokenRepository csrfTokens) {
    var barriers = new Barriers();
    return http.securityContext(
            context -> context.securityContextRepository(new SessionContexts(sessions)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
        .headers(SecurityConfiguration::headers)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(barriers).accessDeniedHandler(barriers))
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers("/desk", "/desk/**")
                    .hasAuthority(SignedInAuthentication.STAFF)
                    .requestMatchers("/my", "/my/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .build();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
    return tokens;
  }

  /** Nobody signs in through Spring Security's own means; also keeps its default user away. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("sign-in is a page of its own");
    };
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .contentTypeOptions(Customizer.withDefaults())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(DEVICE_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
        .httpStrictTransportSecurity(
            hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(SecurityConfiguration::caching);
  }

  /** What a signed-in person sees stays in no cache; a page says otherwise at its own risk. */
  private static void caching(HttpServletRequest request, HttpServletResponse response) {
    if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      return;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean anonymous =
        authentication == null || authentication instanceof AnonymousAuthenticationToken;
    response.setHeader(HttpHeaders.CACHE_CONTROL, anonymous ? "no-cache" : "no-store");
  }
}
