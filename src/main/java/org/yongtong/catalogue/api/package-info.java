/**
 * The catalogue as open data for other systems: REST below {@code /api/v1}, described by OpenAPI.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.api;
