/** Papers that follow after acceptance (容缺后补): handed in, checked, reminded of, missed. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.defer;
