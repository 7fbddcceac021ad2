/** Work queue and case page of the staff. */
@org.springframework.modulith.NamedInterface("desk")
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.desk;
