package org.defter.core.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/** The {@code <N>[.p/<W>]} of C2SP {@code tlog-tiles}: {@code x001/x234/067.p/5}. */
final class TilePath {

  private static final int GROUP = 1000;
  private static final Pattern PATH =
      Pattern.compile("((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private TilePath() {}

  static String of(long index, int width) {
    StringBuilder path = new StringBuilder(three(index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, "x" + three(rest % GROUP) + "/");
    }
    return width == Tile.FULL ? path.toString() : path.append(".p/").append(width).toString();
  }

  private static String three(long number) {
    return Long.toString(GROUP + number).substring(1);
  }

  static long index(String path) {
    String digits = matched(path).group(1).replace("x", "").replace("/", "");
    try {
      long index = Long.parseLong(digits);
      if (of(index, Tile.FULL).length() == matched(path).group(1).length()) {
        return index;
      }
    } catch (NumberFormatException _) {
      // Larger than any log can be: refused below, as leading groups of zeros are.
    }
    throw refused(path);
  }

  static int width(String path) {
    String width = matched(path).group(2);
    if (width == null) {
      return Tile.FULL;
    }
    int partial = Integer.parseInt(width);
    if (partial >= Tile.FULL) {
      throw new InvalidValue("width", "a partial tile has 1 to 255 entries, not " + width);
    }
    return partial;
  }

  private static Matcher matched(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw refused(path);
    }
    return matcher;
  }

  private static InvalidValue refused(String path) {
    return new InvalidValue(
        "path", "'" + path + "' is not a place in the log, like x001/x234/067 or 005.p/17");
  }
}
