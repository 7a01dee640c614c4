package org.defter.core.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/**
 * Where up to 256 neighbouring entries of the log stand (C2SP {@code tlog-tiles}): those whose
 * hashes are in the tile of level 0 with this index and width.
 *
 * @param index from 0
 * @param width how many entries, 1 to 256; fewer than 256 are partial
 */
public record EntryBundle(long index, int width) {

  /** The longest entry the format holds, in bytes. */
  public static final int LONGEST = 0xFFFF;

  private static final String PREFIX = "tile/entries/";
  private static final Pattern PATH = Pattern.compile(PREFIX + "[x0-9].*");

  /**
   * @throws InvalidValue when there can be no such bundle
   */
  public EntryBundle {
    new Tile(0, index, width);
  }

  /** Under the log's address, for example {@code tile/entries/x001/x234/067.p/5}. */
  public String path() {
    return PREFIX + TilePath.of(index, width);
  }

  /**
   * Reads what {@link #path} wrote, and nothing else.
   *
   * @throws InvalidValue when it is anything else
   */
  public static EntryBundle parse(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new InvalidValue("path", "'" + path + "' is not the path of a bundle of entries");
    }
    String rest = path.substring(PREFIX.length());
    return new EntryBundle(TilePath.index(rest), TilePath.width(rest));
  }

  /**
   * The bundle of these entries: before each, its length as two bytes.
   *
   * @throws InvalidValue when an entry is longer than the format holds
   */
  public static byte[] encode(List<byte[]> entries) {
    int length = 0;
    for (byte[] entry : entries) {
      if (entry.length > LONGEST) {
        throw new InvalidValue(
            "entry",
            "an entry of " + entry.length + " bytes is longer than the 65535 a bundle can hold");
      }
      length += Short.BYTES + entry.length;
    }
    ByteBuffer bundle = ByteBuffer.allocate(length);
    entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
    return bundle.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws InvalidValue when it ends in the midst of an entry
   */
  public static List<byte[]> decode(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    while (rest.hasRemaining()) {
      int length = rest.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(rest.getShort());
      if (length < 0 || length > rest.remaining()) {
        throw new InvalidValue("bundle", "ends in the midst of entry " + entries.size());
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
