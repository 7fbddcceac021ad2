/** 好差评: applicants rate a finished case once, departments answer bad ratings. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.rate;
