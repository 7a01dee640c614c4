package org.defter.query.search;

import java.util.Random;
import org.defter.core.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/** Random dates of every sort, close enough to each other that questions meet many of them. */
final class TwoTimesDates {

  private final Random random;

  TwoTimesDates(Random random) {
    this.random = random;
  }

  /** When a fact held; null where nobody says. */
  @Nullable Edtf date() {
    int first = 1900 + random.nextInt(30);
    int last = first + 1 + random.nextInt(15);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    String text =
        switch (random.nextInt(26)) {
          case 0, 1 -> null;
          case 2 -> "%04d".formatted(first);
          case 3 -> "%04d-%02d".formatted(first, month);
          case 4 -> "%04d-%02d-%02d".formatted(first, month, day);
          case 5 -> "%04d~".formatted(first);
          case 6 -> "%04d-%02d?".formatted(first, month);
          case 7 -> "%04d%%".formatted(first);
          case 8 -> "%03dX".formatted(first / 10);
          case 9 -> "19XX";
          case 10 -> "%04d-XX".formatted(first);
          case 11 -> "%04d-%02d-XX".formatted(first, month);
          case 12 -> "%04d-2%d".formatted(first, 1 + random.nextInt(4));
          case 13 -> "%04d/%04d".formatted(first, last);
          case 14 -> "%04d-%02d/%04d-%02d-%02d".formatted(first, month, last, month, day);
          case 15 -> "%04d~/%04d?".formatted(first, last);
          case 16 -> "%04d-%02d/..".formatted(first, month);
          case 17 -> "../%04d-%02d-%02d".formatted(first, month, day);
          case 18 -> "%04d/".formatted(first);
          case 19 -> "/%04d-%02d".formatted(first, month);
          case 20 -> "%03dX/%04d".formatted(first / 10, last + 10);
          case 21 -> "[%04d,%04d]".formatted(first, last);
          case 22 -> "[%04d..%04d]".formatted(first, last);
          case 23 -> "{%04d,%04d-%02d}".formatted(first, last, month);
          case 24 -> "{%04d..%04d}".formatted(first, last);
          default -> "[..%04d-%02d-%02d]".formatted(first, month, day);
        };
    return text == null ? null : Edtf.parse(text);
  }

  /** A date to ask about: a day, a month, a year or a decade. */
  String asked() {
    int year = 1898 + random.nextInt(50);
    return switch (random.nextInt(4)) {
      case 0 -> "%04d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
      case 1 -> "%04d-%02d".formatted(year, 1 + random.nextInt(12));
      case 2 -> "%03dX".formatted(year / 10);
      default -> "%04d".formatted(year);
    };
  }
}
