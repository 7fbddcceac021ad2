/** Being away: who does one's work meanwhile. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.absence;
