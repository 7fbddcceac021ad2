package org.yongtong.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param data folder of everything this node keeps: embedded database, files, keys
 * @param url JDBC address of an external PostgreSQL; absent means the embedded one in {@code data}
 * @param user owner role of the external database: runs migrations
 * @param password of the owner role
 * @param appUser role that the application works as on an external database; absent means: {@code
 *     SET ROLE yongtong_app} on the owner's connections
 * @param appPassword of {@code appUser}
 * @param pool connections kept by the application
 */
@ConfigurationProperties("yongtong.database")
public record DatabaseSettings(
    Path data,
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable String appUser,
    @Nullable String appPassword,
    int pool) {

  boolean external() {
    return url != null && !url.isBlank();
  }
}
