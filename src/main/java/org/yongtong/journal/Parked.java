package org.yongtong.journal;

import java.time.LocalDateTime;

/** A row that a subscription could not take in. */
public record Parked(String name, long position, int tries, String error, LocalDateTime at) {}
