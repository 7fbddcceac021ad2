package org.yongtong.journeys.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yongtong.Route;

/**
 * Follows the links of the site from some addresses on, and checks each kind of page once: a kind
 * is a route of the router and the names of the query's parameters. Viewers who see the same pages
 * share what has been seen.
 */
public final class Crawl {

  private static final int MOST_PAGES = 150;

  private final List<PathPattern> routes;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> visited = new TreeSet<>();
  private final List<String> wrong = new ArrayList<>();

  public Crawl(List<Route> routes) {
    this.routes =
        routes.stream()
            .filter(Route::page)
            .map(route -> PathPatternParser.defaultInstance.parse(route.pattern()))
            .sorted()
            .toList();
  }

  /** Patterns of the pages that were checked. */
  public Set<String> visited() {
    return visited;
  }

  /** What is wrong, with viewer and address before it. */
  public List<String> wrong() {
    return wrong;
  }

  /**
   * Opens every seed, then what they link to.
   *
   * @param shares the kind of viewer; what all of a kind see alike is checked once for the kind,
   *     desk, queue and cases for each viewer, the public pages once
   */
  public void follow(Page page, String viewer, String shares, List<String> seeds) {
    page.onConsoleMessage(
        said -> {
          if (said.text().contains("Content Security Policy")) {
            wrong.add(viewer + " " + page.url() + ": " + said.text());
          }
        });
    page.onPageError(error -> wrong.add(viewer + " " + page.url() + ": script: " + error));
    Deque<String> next = new ArrayDeque<>(seeds);
    int opened = 0;
    while (!next.isEmpty() && opened < MOST_PAGES) {
      String address = next.poll();
      String path = URI.create(address).getRawPath();
      boolean seed = opened < seeds.size();
      opened++;
      String who = owner(path, viewer, shares);
      if (!seen.add(who + " " + kind(address)) && !seed) {
        continue;
      }
      Response answer = Objects.requireNonNull(page.navigate(address));
      if (answer.status() >= 400 && !path.startsWith("/no-such")) {
        wrong.add(viewer + " " + address + ": status " + answer.status());
      }
      here(page, viewer, answer);
      next.addAll(links(page));
    }
  }

  private static String owner(String path, String viewer, String shares) {
    if (path.matches("/desk(/cases(/[^/]+)?)?")) {
      return viewer;
    }
    return path.matches("/(desk|my|apply)(/.*)?") ? shares : "anyone";
  }

  /** Checks the page that is open. */
  public void here(Page page, String viewer, Response answer) {
    URI address = URI.create(page.url());
    visited.add(pattern(address.getRawPath()));
    PageCheck.problems(page, answer.text()).stream()
        .map(problem -> viewer + " " + address.getRawPath() + ": " + problem)
        .forEach(wrong::add);
  }

  private static List<String> links(Page page) {
    URI here = URI.create(page.url());
    List<String> all = new ArrayList<>();
    for (Object link :
        (List<?>)
            page.evaluate(
                "[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)")) {
      URI address = URI.create(((String) link).replaceFirst("#.*", ""));
      if (here.getScheme().equals(address.getScheme())
          && here.getAuthority().equals(address.getAuthority())
          && isPage(address.getRawPath())) {
        all.add(address.toString());
      }
    }
    return all;
  }

  private static boolean isPage(String path) {
    boolean file = path.contains("/files/") && !path.endsWith("/remove");
    return !file
        && !path.matches("/(api|assets|sign-out)(/.*)?")
        && !path.matches(".*(\\.(pdf|csv)|/dump|/sample)");
  }

  private String kind(String address) {
    URI uri = URI.create(address);
    String query =
        uri.getRawQuery() == null
            ? ""
            : Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.replaceFirst("=.*", "").replaceFirst("^f\\..*", "f"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("&", "?", ""));
    return pattern(uri.getRawPath()) + query;
  }

  private String pattern(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return routes.stream()
        .filter(route -> route.matches(parsed))
        .findFirst()
        .map(PathPattern::getPatternString)
        .orElse(path);
  }
}
