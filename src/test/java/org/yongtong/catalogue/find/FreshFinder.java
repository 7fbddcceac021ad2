package org.yongtong.catalogue.find;

import org.yongtong.catalogue.ItemFinder;
import org.yongtong.directory.Directory;
import org.yongtong.platform.CityPack;

/** A finder with an index of its own, as another node has one. */
public final class FreshFinder {

  private FreshFinder() {}

  public static ItemFinder of(Directory directory, CityPack pack) {
    return new FindConfiguration().findItems(directory, pack);
  }
}
