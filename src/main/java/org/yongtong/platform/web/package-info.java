/** Page shell, view resolver, access rules, error pages. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.web;
