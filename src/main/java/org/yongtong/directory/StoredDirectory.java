package org.yongtong.directory;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory as it stands in a database, for tools beside the application. */
public final class StoredDirectory {

  private StoredDirectory() {}

  public static Directory read(JdbcClient database) {
    var directory = new CityDirectory(new DirectoryTables(database));
    directory.refresh();
    return directory;
  }
}
