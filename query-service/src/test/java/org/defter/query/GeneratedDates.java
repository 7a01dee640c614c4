package org.defter.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.EdtfException;
import org.jspecify.annotations.Nullable;

/** Dates of every kind, close enough to each other to meet: most of them in ten years. */
public final class GeneratedDates {
  private static final List<String> FAR =
      List.of("0000", "-0001", "-0043-03-15", "-00XX", "Y12000", "Y-17E7", "9999-12-31", "XXXX");
  private static final List<String> MARKS = List.of("", "", "", "?", "~", "%");

  private final Random random;

  public GeneratedDates(long seed) {
    random = new Random(seed);
  }

  /** So many dates, no two written the same. */
  public List<Edtf> take(int count) {
    List<Edtf> taken = new ArrayList<>();
    while (taken.size() < count) {
      Edtf next = next();
      if (!taken.contains(next)) {
        taken.add(next);
      }
    }
    return taken;
  }

  /** A date that exists; what happens not to is tried again. */
  public Edtf next() {
    Edtf date = null;
    while (date == null) {
      date = parsed((random.nextInt(8) == 0 ? "julian:" : "") + text());
    }
    return date;
  }

  private static @Nullable Edtf parsed(String text) {
    try {
      return Edtf.parse(text);
    } catch (EdtfException noSuchDate) {
      return null;
    }
  }

  /** A day among those the dates mean. */
  public LocalDate day() {
    return random.nextInt(12) == 0
        ? LocalDate.of(random.nextInt(30_000) - 15_000, 1 + random.nextInt(12), 1)
        : LocalDate.of(1989, 12, 1).plusDays(random.nextInt(11 * 366));
  }

  private String text() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> date();
      case 2, 3 -> date() + "/" + date();
      case 4 -> date() + (random.nextBoolean() ? "/.." : "/");
      case 5 -> (random.nextBoolean() ? "../" : "/") + date();
      case 6 -> "[" + members() + "]";
      default -> "{" + members() + "}";
    };
  }

  private String members() {
    List<String> members = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int at = 0; at < count; at++) {
      String to = random.nextInt(3) == 0 ? ".." + date() : "";
      members.add(date() + to);
    }
    if (random.nextInt(6) == 0) {
      members.set(0, ".." + date());
    }
    if (random.nextInt(6) == 0) {
      members.set(count - 1, date() + "..");
    }
    return String.join(",", members);
  }

  private String date() {
    if (random.nextInt(12) == 0) {
      return FAR.get(random.nextInt(FAR.size()));
    }
    String year = "199" + random.nextInt(10);
    String month = "-%02d".formatted(1 + random.nextInt(12));
    String day = "-%02d".formatted(1 + random.nextInt(28));
    String mark = MARKS.get(random.nextInt(MARKS.size()));
    return switch (random.nextInt(8)) {
      case 0 -> year + mark;
      case 1, 2 -> year + month + mark;
      case 3, 4 -> year + month + day + mark;
      case 5 -> year + "-" + (21 + random.nextInt(21)) + mark;
      case 6 -> "199X" + (random.nextBoolean() ? month : "");
      default -> year + month + "-XX";
    };
  }
}
