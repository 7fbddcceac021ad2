/** Internal notes of a case. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.note;
