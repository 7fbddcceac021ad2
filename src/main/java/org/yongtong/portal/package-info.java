/** Module portal: the front door: home, my space, to-do. */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.portal;
