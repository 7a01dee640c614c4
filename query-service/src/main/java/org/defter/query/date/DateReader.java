package org.defter.query.date;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.EdtfException;
import org.defter.query.date.TypedWord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people type them, in English, Russian and Azerbaijani: {@code июнь 2011}, {@code
 * 19–21 June 2006}, {@code since 1991}, {@code 1990-cı illər}, {@code 14.03.2008} (the day first),
 * and EDTF as it is. The reverse of {@link DateWords}, as far as people write such words.
 */
public final class DateReader {

  private static final int LONGEST = 200;

  private final List<TypedDate> dates = new ArrayList<>();
  private TypedDate current = new TypedDate();
  private boolean from;
  private boolean to;
  private boolean dash;

  private DateReader() {}

  /** The date; null when the words cannot be read in one way. */
  public static @Nullable Edtf read(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    Edtf written = edtf(text);
    if (written != null) {
      return written;
    }
    List<TypedWord> words = TypedWord.of(text);
    if (words == null) {
      return null;
    }
    DateReader reader = new DateReader();
    words.forEach(reader::take);
    String said = reader.said();
    return said == null ? null : edtf(said);
  }

  private static @Nullable Edtf edtf(String text) {
    try {
      return Edtf.parse(text);
    } catch (EdtfException notEdtf) {
      return null;
    }
  }

  /**
   * What divides two dates stands before them ("from", "to") or, in Azerbaijani, after them; what
   * it says of a date is the same.
   */
  private void take(TypedWord word) {
    if (word.kind() == Kind.FROM || word.kind() == Kind.TO || word.kind() == Kind.DASH) {
      from |= word.kind() == Kind.FROM;
      to |= word.kind() == Kind.TO;
      dash |= word.kind() == Kind.DASH;
      finish();
    } else {
      current.take(word);
      if (word.begins()) {
        from = true;
        finish();
      }
    }
  }

  private void finish() {
    if (!current.isEmpty()) {
      dates.add(current);
      current = new TypedDate();
    }
  }

  private @Nullable String said() {
    finish();
    if (dates.size() == 2 && (from || to || dash)) {
      dates.getFirst().completeBy(dates.getLast());
      return joined(dates.getFirst().written(), dates.getLast().written());
    }
    if (dates.size() != 1 || dash || (from && to)) {
      return null;
    }
    String only = dates.getFirst().written();
    return from ? joined(only, "..") : to ? joined("..", only) : only;
  }

  private static @Nullable String joined(@Nullable String first, @Nullable String second) {
    return first == null || second == null ? null : first + "/" + second;
  }
}
