/** Reports that somebody was asked for more than the guide says, and what came of them. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.extra;
