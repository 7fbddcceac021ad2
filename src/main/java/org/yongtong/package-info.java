/**
 * Yongtong (邕通): one platform for a city's government online. Every direct sub-package is a module.
 */
@org.jspecify.annotations.NullMarked
package org.yongtong;
