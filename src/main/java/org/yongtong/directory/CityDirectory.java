package org.yongtong.directory;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.platform.web.PlaceNames;
import org.yongtong.platform.web.Shell;

/** Answers from the {@link Snapshot} in memory. */
@Component
class CityDirectory implements Directory, PlaceNames {

  private final DirectoryTables tables;
  private volatile @Nullable Snapshot snapshot;

  CityDirectory(DirectoryTables tables) {
    this.tables = tables;
  }

  void refresh() {
    snapshot = tables.snapshot();
  }

  private Snapshot now() {
    Snapshot present = snapshot;
    if (present == null) {
      throw new IllegalStateException("the directory is used before the city pack was loaded");
    }
    return present;
  }

  @Override
  public Optional<Division> findDivision(String code) {
    return Optional.ofNullable(now().divisions().get(code));
  }

  @Override
  public List<Division> childrenOf(String code) {
    return now().children().getOrDefault(code, List.of());
  }

  @Override
  public String fullName(String code) {
    Division division =
        findDivision(code).orElseThrow(() -> new NoSuchElementException("no division " + code));
    if (division.level() == Division.Level.REGION) {
      return division.name();
    }
    var name = new StringBuilder();
    for (Division at = division; at.level() != Division.Level.REGION; ) {
      name.insert(0, at.name());
      String parent = at.parent();
      if (parent == null) {
        break;
      }
      at = findDivision(parent).orElseThrow();
    }
    return name.toString();
  }

  @Override
  public Division city() {
    return now().city();
  }

  @Override
  public List<Division> counties() {
    return childrenOf(city().code());
  }

  @Override
  public List<Area> areas() {
    return now().areas();
  }

  @Override
  public Department department(String key) {
    return findDepartment(key)
        .orElseThrow(() -> new NoSuchElementException("no department " + key));
  }

  @Override
  public Optional<Department> findDepartment(String key) {
    return Optional.ofNullable(now().departments().get(key));
  }

  @Override
  public List<Department> departments() {
    return List.copyOf(now().departments().values());
  }

  @Override
  public Optional<ServicePlace> findPlace(String key) {
    return Optional.ofNullable(now().places().get(key));
  }

  @Override
  public List<ServicePlace> places() {
    return List.copyOf(now().places().values());
  }

  @Override
  public Optional<StaffMember> findStaff(String login) {
    return Optional.ofNullable(now().staff().get(login));
  }

  @Override
  public List<StaffMember> staffOf(String department) {
    return now().posts().getOrDefault(department, List.of());
  }

  @Override
  public @Nullable String name(String code) {
    Division division = now().divisions().get(code);
    return division != null && canBeChosen(division) ? division.name() : null;
  }

  @Override
  public List<Shell.Place> choices() {
    return Stream.concat(Stream.of(city()), counties().stream())
        .map(division -> new Shell.Place(division.code(), division.name()))
        .toList();
  }

  private boolean canBeChosen(Division division) {
    return division.equals(city()) || counties().contains(division);
  }
}
