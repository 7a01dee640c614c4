package org.defter.core.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/**
 * Where a tile stands in the tree (C2SP {@code tlog-tiles}): up to 256 neighbouring hashes of one
 * height.
 *
 * @param level 0 holds leaf hashes, each further level the roots of the full tiles below; up to 63
 * @param index which of its level, from 0
 * @param width how many hashes it has, 1 to 256; a tile of fewer than 256 is partial
 */
public record Tile(int level, long index, int width) implements Comparable<Tile> {

  /** How many hashes a full tile has. */
  public static final int FULL = 256;

  /** How many heights of the tree one tile spans. */
  static final int HEIGHT = 8;

  private static final int LAST_LEVEL = 63;
  private static final Pattern PATH = Pattern.compile("tile/(0|[1-9][0-9]?)/([^.]+)(\\.p/.*)?");

  /**
   * @throws InvalidValue when there can be no such tile
   */
  public Tile {
    if (level < 0 || level > LAST_LEVEL) {
      throw new InvalidValue("level", "a tile's level is from 0 to 63, not " + level);
    }
    if (index < 0) {
      throw new InvalidValue("index", "a tile's index is not below 0: " + index);
    }
    if (width < 1 || width > FULL) {
      throw new InvalidValue("width", "a tile has 1 to 256 hashes, not " + width);
    }
  }

  /**
   * The tile of a log of this size that holds a hash.
   *
   * @param level the level of the tile
   * @param position which hash of the level, counted over all its tiles
   * @param size how many leaves the log has
   * @throws InvalidValue when so small a log has no such hash
   */
  static Tile holding(int level, long position, long size) {
    long index = position / FULL;
    long hashes = hashes(level, size);
    if (position < 0 || position >= hashes) {
      throw new InvalidValue(
          "size", "a log of " + size + " entries has no hash " + position + " at level " + level);
    }
    return new Tile(level, index, Math.toIntExact(Math.min(FULL, hashes - index * FULL)));
  }

  /** How many hashes a level has in a log of this size. */
  static long hashes(int level, long size) {
    return level * HEIGHT >= Long.SIZE ? 0 : size >>> (level * HEIGHT);
  }

  /** Whether it may still grow. */
  public boolean isPartial() {
    return width < FULL;
  }

  /** Under the log's address, for example {@code tile/0/x001/x234/067.p/5}. */
  public String path() {
    return "tile/" + level + "/" + TilePath.of(index, width);
  }

  /**
   * Reads what {@link #path} wrote, and nothing else.
   *
   * @throws InvalidValue when it is anything else
   */
  public static Tile parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new InvalidValue("path", "'" + path + "' is not the path of a tile");
    }
    String rest = path.substring(matcher.start(2));
    return new Tile(Integer.parseInt(matcher.group(1)), TilePath.index(rest), TilePath.width(rest));
  }

  /** By level, then index, then width: the order in which a log writes them. */
  @Override
  public int compareTo(Tile other) {
    int byLevel = Integer.compare(level, other.level);
    int byIndex = byLevel == 0 ? Long.compare(index, other.index) : byLevel;
    return byIndex == 0 ? Integer.compare(width, other.width) : byIndex;
  }
}
