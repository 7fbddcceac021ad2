package org.yongtong.platform.file;

import java.util.Collection;
import java.util.Set;

/**
 * What a module still needs of the file store. Every module that puts files in has one: what none
 * of them names is removed after a day.
 */
public interface FileReferences {

  /** Those of these hashes that a row of the module refers to. */
  Set<String> among(Collection<String> hashes);
}
