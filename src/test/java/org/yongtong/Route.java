package org.yongtong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yongtong.platform.web.AccessInterceptor;
import org.yongtong.platform.web.Allow;

/** Every page and interface there is, read from the router, with a request that reaches it. */
public record Route(
    HttpMethod method,
    String pattern,
    HandlerMethod handler,
    RequestMappingInfo mapping,
    @Nullable Allow rule) {

  public static List<Route> all(RequestMappingHandlerMapping router) {
    List<Route> all = new ArrayList<>();
    router
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                return;
              }
              for (RequestMethod method : methods(mapping)) {
                for (String pattern : mapping.getPatternValues()) {
                  all.add(
                      new Route(
                          method.asHttpMethod(),
                          pattern,
                          handler,
                          mapping,
                          AccessInterceptor.rule(handler)));
                }
              }
            });
    all.sort(Comparator.comparing(Route::pattern).thenComparing(route -> route.method().name()));
    return all;
  }

  private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
    Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
    return named.isEmpty() ? Set.of(RequestMethod.GET) : named;
  }

  public String name() {
    return method + " " + pattern;
  }

  public boolean page() {
    return method == HttpMethod.GET && accepts().isCompatibleWith(MediaType.TEXT_HTML);
  }

  /** A request that the router gives to this handler; path variables are filled with zeros. */
  MockHttpServletRequestBuilder request() {
    String path =
        pattern.replaceAll("\\{\\*[^}]*}", "/0").replaceAll("\\{[^}]*}", "0").replace("**", "0");
    var request = MockMvcRequestBuilders.request(method, path).accept(accepts());
    mapping.getConsumesCondition().getConsumableMediaTypes().stream()
        .findFirst()
        .ifPresent(request::contentType);
    mapping
        .getParamsCondition()
        .getExpressions()
        .forEach(
            needed -> {
              if (!needed.isNegated()) {
                request.param(
                    needed.getName(), needed.getValue() == null ? "0" : needed.getValue());
              }
            });
    mapping
        .getHeadersCondition()
        .getExpressions()
        .forEach(
            needed -> {
              if (!needed.isNegated()) {
                request.header(
                    needed.getName(), needed.getValue() == null ? "0" : needed.getValue());
              }
            });
    return request;
  }

  private MediaType accepts() {
    return mapping.getProducesCondition().getProducibleMediaTypes().stream()
        .findFirst()
        .orElse(pattern.startsWith("/api/") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML);
  }
}
