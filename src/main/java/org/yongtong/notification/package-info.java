/** Module notification: messages to people: in-site letters, SMS outbox with a sandbox. */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.notification;
