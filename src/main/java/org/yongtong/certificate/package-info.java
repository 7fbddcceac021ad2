/**
 * Module certificate: electronic certificates: issue, render, verify, revoke, list of the holder.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package org.yongtong.certificate;
