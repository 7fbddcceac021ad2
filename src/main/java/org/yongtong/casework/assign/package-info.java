/** Who does a case: taken from the pool, assigned, handed over, put back. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.assign;
