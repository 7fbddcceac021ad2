/**
 * Module catalogue: service items with everything their guides show; versions; search and public
 * pages.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue;
