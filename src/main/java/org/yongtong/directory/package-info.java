/**
 * Module directory: administrative divisions with history, development zones, departments, places,
 * posts and staff.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.directory;
