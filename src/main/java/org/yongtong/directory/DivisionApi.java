package org.yongtong.directory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Divisions and zones for other systems and for the cascade of selects in forms. */
@RestController
@Allow(Who.ANYONE)
class DivisionApi {

  private final Directory directory;

  DivisionApi(Directory directory) {
    this.directory = directory;
  }

  /** Current children of a division; without {@code parent} those of the city. */
  @GetMapping("/api/v1/divisions")
  ResponseEntity<List<Entry>> divisions(@RequestParam(required = false) @Nullable String parent) {
    String code = parent == null ? directory.city().code() : parent;
    if (directory.findDivision(code).isEmpty()) {
      var unknown = new ErrorResponseException(HttpStatus.NOT_FOUND);
      unknown.setDetail("没有这个区划代码，请用12位代码");
      throw unknown;
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(directory.childrenOf(code).stream().map(this::entry).toList());
  }

  @GetMapping("/api/v1/areas")
  List<Area> areas() {
    return directory.areas();
  }

  private Entry entry(Division division) {
    return new Entry(
        division.code(),
        division.name(),
        division.level().name().toLowerCase(Locale.ROOT),
        !directory.childrenOf(division.code()).isEmpty());
  }

  /** {@code hasChildren}: whether asking for the children of this one gives any. */
  record Entry(String code, String name, String level, boolean hasChildren) {}
}
