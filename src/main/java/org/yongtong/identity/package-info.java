/**
 * Module identity: accounts of persons, legal persons and staff; sign-in, sessions, who may do
 * what.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.identity;
