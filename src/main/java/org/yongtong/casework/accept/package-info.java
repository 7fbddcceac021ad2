/** The window: accept, one-time correction notice, non-acceptance, deemed acceptance. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.accept;
