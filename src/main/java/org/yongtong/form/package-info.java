/**
 * Module form: form definitions as data, CEL rules, rendering, validation, values with their
 * source.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.form;
