package org.defter.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.query.fact.FactView;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A page of found facts.
 *
 * @param total how many facts there are in all
 * @param facts those on this page
 * @param labels what the things they and the facets name are called
 * @param facets by name, each with its commonest values; on the first page only
 * @param timeline how many facts begin in each year; on the first page only
 * @param next the cursor of the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchAnswer(
    long total,
    List<FoundFact> facts,
    Labels labels,
    Map<String, List<FacetValue>> facets,
    List<Year> timeline,
    @Nullable String next) {

  /**
   * A fact that was found.
   *
   * @param highlights the quotes in which words of the query stand
   */
  public record FoundFact(
      FactId id,
      long version,
      Standing standing,
      Statement statement,
      FactView.Known known,
      List<Highlight> highlights) {}

  /**
   * A quote in which words of the query stand.
   *
   * @param citation the citation's number
   * @param quote the whole quote in its parts
   */
  public record Highlight(int citation, List<Segment> quote) {}

  /**
   * A value of a facet.
   *
   * @param value what to filter by
   * @param count how many facts have it
   */
  public record FacetValue(String value, long count) {}

  /** How many facts begin in a year. */
  public record Year(int year, long count) {}
}
