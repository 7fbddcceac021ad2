package org.yongtong.directory;

import java.util.regex.Pattern;

/**
 * The way back to a page of this site. Anything that a browser could read as another site is
 * refused (open redirect): a second slash, a backslash, control characters.
 */
final class OwnPath {

  private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~/?=&%+:@!,;*-]*");

  private OwnPath() {}

  static String or(String wanted, String otherwise) {
    return wanted.length() <= 2_000 && FORM.matcher(wanted).matches() ? wanted : otherwise;
  }
}
