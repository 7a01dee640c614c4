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
 * @param fuzzy present and true when nothing was found as it was written, and these are facts whose
 *     words differ from those of the query by a letter or two
 * @param labels what the things they and the facets name are called
 * @param facets by name, over all that was found; on the first page only
 * @param timeline how their valid times lie; on the first page only
 * @param next the cursor of the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchAnswer(
    long total,
    List<FoundFact> facts,
    @Nullable Boolean fuzzy,
    Labels labels,
    Map<String, Facet> facets,
    @Nullable Timeline timeline,
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
   * How what was found is distributed over the values of one field.
   *
   * <p>Where a fact has one value (subject, property, standing, certainty, datatype, actor), the
   * counts of {@code values} and {@code other} and {@code none} add up to the total. A fact can
   * have several sources and qualifiers, and is counted under each.
   *
   * @param values the commonest
   * @param other the counts of all further values together
   * @param none how many facts have no value
   */
  public record Facet(List<FacetValue> values, long other, long none) {}

  /**
   * A value of a facet.
   *
   * @param value what to filter by
   * @param count how many facts have it
   */
  public record FacetValue(String value, long count) {}

  /**
   * How the valid times of what was found lie. A fact is counted in every stretch in which it can
   * have held.
   *
   * @param interval what a stretch is: {@code day}, {@code month}, {@code year}, {@code 10 years},
   *     {@code 100 years}...; null when no date has a beginning or an end
   * @param undated how many facts have no valid time
   */
  public record Timeline(@Nullable String interval, List<Stretch> stretches, long undated) {}

  /**
   * A stretch of time.
   *
   * @param label for people
   * @param from its first day, for {@code validFrom}
   * @param to its last day, for {@code validTo}
   * @param count how many facts can have held in it
   */
  public record Stretch(String label, String from, String to, long count) {}
}
