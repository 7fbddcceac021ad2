/**
 * Module casework: case files from draft to delivery: apply, accept, correct, review, decide,
 * deliver; clocks as pure functions over events.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.casework;
