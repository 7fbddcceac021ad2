/** Work queue and case page of the staff. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.desk;
