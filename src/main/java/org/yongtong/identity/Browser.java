package org.yongtong.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser in words a person recognises; no more exact than that. */
final class Browser {

  private static final Map<String, String> NAMES = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    // the order matters: most of them also claim to be Chrome or Safari
    NAMES.put("MicroMessenger", "微信");
    NAMES.put("AlipayClient", "支付宝");
    NAMES.put("Edg", "Edge 浏览器");
    NAMES.put("Firefox", "火狐浏览器");
    NAMES.put("Chrome", "Chrome 类浏览器");
    NAMES.put("Safari", "Safari 浏览器");
    SYSTEMS.put("HarmonyOS", "鸿蒙设备");
    SYSTEMS.put("Android", "安卓手机");
    SYSTEMS.put("iPhone", "苹果手机");
    SYSTEMS.put("iPad", "苹果平板");
    SYSTEMS.put("Windows", "Windows 电脑");
    SYSTEMS.put("Macintosh", "苹果电脑");
    SYSTEMS.put("Linux", "Linux 电脑");
  }

  private Browser() {}

  static String words(String agent) {
    return first(SYSTEMS, agent, "其他设备") + " · " + first(NAMES, agent, "其他浏览器");
  }

  private static String first(Map<String, String> words, String agent, String otherwise) {
    return words.entrySet().stream()
        .filter(word -> agent.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
