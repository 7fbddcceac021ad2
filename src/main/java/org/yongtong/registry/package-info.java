/**
 * Module registry: base registers of persons and legal entities; look-up and verification with a
 * purpose, every look-up journalled.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.registry;
