/** Handing the result over. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.deliver;
