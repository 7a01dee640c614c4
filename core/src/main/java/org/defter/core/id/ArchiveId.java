package org.defter.core.id;

import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;

/**
 * The name of one aggregate: its kind, and a slug or UUID that is unique among those of its kind.
 */
public sealed interface ArchiveId
    permits CorrectionId, FactId, FindingId, PropertyId, SourceId, SubjectId {

  /** The longest identifier, in characters. */
  int LIMIT = 128;

  /** The slug or UUID: ASCII letters, digits, {@code - . _}, beginning with a letter or digit. */
  String value();

  /**
   * The word for this kind of thing, as in the API and the event names: {@code fact}, {@code
   * source}...
   */
  String kind();

  /** The identifier among those of every kind, for example {@code fact/S012}. */
  default String qualified() {
    return kind() + "/" + value();
  }

  /**
   * Reads what {@link #qualified} wrote.
   *
   * @throws InvalidValue when it names no kind of thing the archive holds
   */
  static ArchiveId parse(String qualified) {
    int slash = qualified.indexOf('/');
    String value = qualified.substring(slash + 1);
    return switch (slash < 0 ? "" : qualified.substring(0, slash)) {
      case CorrectionId.KIND -> new CorrectionId(value);
      case FactId.KIND -> new FactId(value);
      case FindingId.KIND -> new FindingId(value);
      case PropertyId.KIND -> new PropertyId(value);
      case SourceId.KIND -> new SourceId(value);
      case SubjectId.KIND -> new SubjectId(value);
      default -> throw new InvalidValue("id", Detail.of("id.unknown", qualified));
    };
  }

  /**
   * Checks a slug or UUID.
   *
   * @param field the field to name when it is refused
   * @return the text as given
   * @throws InvalidValue when it is empty, too long, or holds any other character
   */
  static String checked(String field, String text) {
    boolean wellFormed =
        !text.isEmpty() && text.length() <= LIMIT && isLetterOrDigit(text.charAt(0));
    for (int at = 1; wellFormed && at < text.length(); at++) {
      char character = text.charAt(at);
      wellFormed =
          isLetterOrDigit(character) || character == '-' || character == '.' || character == '_';
    }
    if (!wellFormed) {
      throw new InvalidValue(
          field, Detail.of("id.malformed", text.substring(0, Math.min(text.length(), LIMIT))));
    }
    return text;
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}
