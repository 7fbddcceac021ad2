package org.yongtong.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A view name is a template path without {@code .jte}; the template gets {@code page} and {@code
 * shell}.
 */
final class JteViewResolver implements ViewResolver, Ordered {

  private final TemplateEngine templates;
  private final Shells shells;

  JteViewResolver(TemplateEngine templates, Shells shells) {
    this.templates = templates;
    this.shells = shells;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith("redirect:")) {
      var redirect = new RedirectView(name.substring("redirect:".length()), true);
      redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
      redirect.setExposeModelAttributes(false);
      return redirect;
    }
    String template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private final class JteView implements View {

    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=utf-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      Map<String, Object> parameters = new HashMap<>();
      if (model != null && model.get("page") != null) {
        parameters.put("page", model.get("page"));
      }
      parameters.put("shell", shells.of(request));
      var output = new Utf8ByteOutput();
      templates.render(template, parameters, output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      if (PageMemory.wanted(request)) {
        var kept = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(kept);
        PageMemory.written(request, kept);
      }
      try (var out = response.getOutputStream()) {
        output.writeTo(out);
      }
    }
  }
}
