package org.yongtong.registry;

import java.util.UUID;

/** An entry of a register with the register's own key, which stands for it in the journal. */
record Registered<T>(UUID id, String division, T entry) {}
