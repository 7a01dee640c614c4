package org.defter.core.edtf;

/** What is marked in a date or a part of it: uncertain, approximate, with digits left open. */
public record Marks(boolean uncertain, boolean approximate, boolean unspecified) {
  public static final Marks NONE = new Marks(false, false, false);
  static final Marks UNCERTAIN = new Marks(true, false, false);
  static final Marks APPROXIMATE = new Marks(false, true, false);
  static final Marks BOTH = new Marks(true, true, false);
  static final Marks UNSPECIFIED = new Marks(false, false, true);

  Marks and(Marks other) {
    return new Marks(
        uncertain || other.uncertain,
        approximate || other.approximate,
        unspecified || other.unspecified);
  }

  /** Whether it is uncertain or approximate as the other is, whatever digits are open. */
  public boolean qualifiedAs(Marks other) {
    return uncertain == other.uncertain && approximate == other.approximate;
  }
}
