package org.defter.query.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.decision.ReasonType;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.DayRange;
import org.defter.core.fact.Standing;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.Criteria.QualifierFilter;
import org.defter.query.search.Criteria.Sort;
import org.defter.query.search.Criteria.ValidFilter;
import org.defter.query.search.Criteria.ValidMode;
import org.defter.query.search.language.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A search as it is asked for over HTTP.
 *
 * @param criteria which facts
 * @param sort in which order
 * @param size how many to a page, 0 to 200
 * @param cursor where to go on; null for the first page
 */
public record SearchRequest(Criteria criteria, Sort sort, int size, @Nullable String cursor) {

  private static final int DEFAULT_SIZE = 20;
  private static final int SIZE_LIMIT = 200;
  private static final Map<String, Sort> SORTS =
      Map.of(
          "relevance",
          Sort.RELEVANCE,
          "valid",
          Sort.VALID,
          "recorded",
          Sort.RECORDED,
          "subject",
          Sort.SUBJECT,
          "property",
          Sort.PROPERTY);
  private static final Map<String, ValidMode> VALID_MODES =
      Map.of(
          "possibly", ValidMode.POSSIBLY,
          "certainly", ValidMode.CERTAINLY,
          "possibly-within", ValidMode.POSSIBLY_WITHIN,
          "certainly-within", ValidMode.CERTAINLY_WITHIN);
  private static final Set<String> STANDINGS =
      Stream.concat(
              Stream.of(Standing.values()).map(Standing::word),
              Stream.of("all", Criteria.SUPERSEDED))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> REASONS =
      Stream.of(ReasonType.values()).map(ReasonType::word).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "subject",
          "property",
          "value",
          "standing",
          "source",
          "paragraph",
          "actor",
          "certainty",
          "kind",
          "datatype",
          "reason",
          "qualifier",
          "validAt",
          "validFrom",
          "validTo",
          "valid",
          "knownAt",
          "sort",
          "size",
          "cursor",
          "format");

  /** The facts in the order of valid time. */
  public static SearchRequest inOrder(Criteria criteria, int size) {
    return new SearchRequest(criteria, Sort.VALID, size, null);
  }

  /**
   * Reads the parameters.
   *
   * @throws ProblemException naming the parameter that makes no sense
   */
  public static SearchRequest of(Parameters given) {
    given.allowing(KNOWN);
    String query = given.text("q");
    Criteria criteria =
        new Criteria(
            query == null ? null : QueryParser.parse(query),
            given.texts("subject"),
            given.texts("property"),
            given.texts("value"),
            standings(given),
            given.texts("source"),
            passages(given),
            given.texts("actor"),
            given.words("certainty", Set.of("certain", "probable", "low")),
            given.words(
                "kind",
                Set.of(
                    "person",
                    "corporate-body",
                    "place",
                    "event",
                    "document",
                    "concept",
                    "undetermined")),
            given.words(
                "datatype",
                Set.of(
                    "text", "subject", "date", "quantity", "boolean", "duration", "uri", "point")),
            given.words("reason", REASONS),
            given.texts("qualifier").stream().map(SearchRequest::qualifier).toList(),
            valid(given),
            given.endOf("knownAt"));
    Sort fallback = criteria.text() == null ? Sort.RECORDED : Sort.RELEVANCE;
    return new SearchRequest(
        criteria,
        given.choice("sort", SORTS, fallback),
        given.number("size", DEFAULT_SIZE, 0, SIZE_LIMIT),
        given.text("cursor"));
  }

  /** The same with slips of the pen allowed in its words; equal to this where there are none. */
  SearchRequest tolerant() {
    return criteria.text() == null
        ? this
        : new SearchRequest(criteria.withText(criteria.text().tolerant()), sort, size, cursor);
  }

  /**
   * Tells questions apart, so that a cursor is not used with another one.
   *
   * @param fuzzy whether the pages are of what the tolerant question found
   */
  String question(boolean fuzzy) {
    String asked = new SearchRequest(criteria, sort, 0, null).toString();
    return Integer.toHexString(asked.hashCode()) + (fuzzy ? "~" : "");
  }

  private static List<String> standings(Parameters given) {
    List<String> standings = given.words("standing", STANDINGS);
    if (standings.contains("all")) {
      return List.of();
    }
    if (standings.contains(Criteria.SUPERSEDED)) {
      if (standings.size() > 1 || given.text("knownAt") != null) {
        throw ProblemException.invalid("standing", Detail.of("query.search.superseded"));
      }
      return standings;
    }
    return standings.isEmpty() ? Criteria.COUNTING : standings;
  }

  /** A paragraph means little without its source: every source asked for is looked into. */
  private static List<String> passages(Parameters given) {
    if (given.text("paragraph") == null) {
      return List.of();
    }
    int paragraph = given.number("paragraph", 1, 1, 1_000_000);
    List<String> sources = given.texts("source");
    if (sources.isEmpty()) {
      throw ProblemException.invalid("paragraph", Detail.of("query.search.paragraph"));
    }
    return sources.stream().map(source -> source + "#" + paragraph).toList();
  }

  private static QualifierFilter qualifier(String text) {
    int colon = text.indexOf(':') < 0 ? text.indexOf('=') : text.indexOf(':');
    return colon < 0
        ? new QualifierFilter(text, null)
        : new QualifierFilter(text.substring(0, colon), text.substring(colon + 1).strip());
  }

  static @Nullable ValidFilter valid(Parameters given) {
    ValidMode mode = given.choice("valid", VALID_MODES, ValidMode.POSSIBLY);
    DayRange days = given.validDays();
    return days == null ? null : new ValidFilter(days.earliest(), days.latest(), mode);
  }
}
