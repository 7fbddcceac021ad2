package org.yongtong.registry;

import org.yongtong.journal.Actor;

/**
 * Why a register is asked: every look-up is journalled with it.
 *
 * @param purpose in Chinese, e.g. 申请表预填
 * @param matter key of the matter, e.g. a case or draft id
 */
public record Lookup(Actor actor, String purpose, String matter) {}
