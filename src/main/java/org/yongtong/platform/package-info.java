/**
 * Module platform: the ground all others stand on. Clock, calendar, codes, files, cryptography,
 * database, page layout, and the sockets that upper modules plug into. No business nouns.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package org.yongtong.platform;
