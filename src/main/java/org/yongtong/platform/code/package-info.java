/**
 * Codes that check themselves: citizen number, unified social credit code, divisions, items,
 * certificates.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.code;
