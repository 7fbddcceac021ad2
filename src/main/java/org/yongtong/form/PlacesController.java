package org.yongtong.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The lower selects of the address picker, for a browser that can swap a part of a page. */
@Controller
@Allow(Who.ANYONE)
class PlacesController {

  private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+){0,3}");

  private final Places places;

  PlacesController(Places places) {
    this.places = places;
  }

  /**
   * @param path of the address field
   * @param parent division whose children are asked for; a select sends it under its own name
   */
  @GetMapping("/form/places")
  String below(
      @RequestParam String path,
      @RequestParam(defaultValue = "") String parent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (path.length() > 120 || !PATH.matcher(path).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    String town = request.getParameter("f." + path + ".town");
    String county = request.getParameter("f." + path + ".county");
    String code = !parent.isEmpty() ? parent : town != null ? town : county != null ? county : "";
    boolean belowTown = town != null || !Places.level(code, 2).isEmpty();
    List<Field.Option> children =
        Places.isCode(code) && !code.equals(Places.OUTSIDE) ? places.children(code) : List.of();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    model.addAttribute("page", new PlacesPage(path, belowTown, children));
    return "form/_places";
  }
}
