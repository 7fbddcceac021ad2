/** The embedded or external PostgreSQL, migrations per module, roles. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.database;
