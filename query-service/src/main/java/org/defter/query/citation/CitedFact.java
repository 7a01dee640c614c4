package org.defter.query.citation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of one version of a fact to cite it, in words.
 *
 * @param id of the fact
 * @param version which one is cited: it never changes
 * @param statement what it says
 * @param recorded the day on which the archive learnt it, UTC
 * @param address of this version
 * @param sources what it rests on, in the order of its citations
 * @param words the words that do not depend on the fact, in the reader's language
 */
public record CitedFact(
    String id,
    long version,
    String statement,
    LocalDate recorded,
    String address,
    List<Source> sources,
    Words words) {

  public CitedFact {
    sources = List.copyOf(sources);
  }

  /**
   * A passage of a source.
   *
   * @param code its reference code; null where it has none
   * @param paragraph in words
   * @param quote the words themselves
   */
  public record Source(
      List<String> creators, String title, @Nullable String code, String paragraph, String quote) {}

  /**
   * Words of the reader's language.
   *
   * @param archive what the archive is called
   * @param fact which fact and version it is, and since when
   */
  public record Words(String archive, String fact) {}

  /** A name for it among the entries of a bibliography. */
  String key() {
    return "defter-" + id + "-v" + version;
  }
}
