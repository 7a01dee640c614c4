package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.RangeRelation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.query.search.Criteria.ValidFilter;
import org.defter.query.search.SearchAnswer.Stretch;
import org.defter.query.search.SearchAnswer.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * How the valid times of what was found lie in time.
 *
 * <p>Asked for in two steps: how far they reach, and then how many lie in each stretch. Counting by
 * ranges rather than by a date histogram, because a time without end would fill one without end.
 */
final class Timelines {

  private static final String UNDATED = "timeline-undated";
  private static final String EARLIEST = "timeline-earliest";
  private static final String LATEST = "timeline-latest";
  private static final String LAST_BEGIN = "timeline-last-begin";
  private static final String FIRST_END = "timeline-first-end";
  private static final String STRETCHES = "timeline";

  private Timelines() {}

  /** What to ask of Elasticsearch first: how far the valid times reach. */
  static Map<String, Aggregation> reach() {
    Map<String, Aggregation> wanted = new LinkedHashMap<>();
    wanted.put(UNDATED, Aggregation.of(a -> a.missing(m -> m.field(FactFields.VALID_TEXT))));
    wanted.put(EARLIEST, Aggregation.of(a -> a.min(m -> m.field(FactFields.EARLIEST))));
    wanted.put(LATEST, Aggregation.of(a -> a.max(m -> m.field(FactFields.LATEST))));
    wanted.put(LAST_BEGIN, Aggregation.of(a -> a.max(m -> m.field(FactFields.EARLIEST))));
    wanted.put(FIRST_END, Aggregation.of(a -> a.min(m -> m.field(FactFields.LATEST))));
    return wanted;
  }

  /** The stretches that cover them all; null when none has an end or a beginning. */
  static @Nullable Spans spans(Map<String, Aggregate> reach) {
    List<LocalDate> days =
        Stream.of(
                reach.get(EARLIEST).min().value(),
                reach.get(FIRST_END).min().value(),
                reach.get(LATEST).max().value(),
                reach.get(LAST_BEGIN).max().value())
            .filter(day -> day != null && Double.isFinite(day))
            .map(day -> day(day.longValue()))
            .sorted()
            .toList();
    return days.isEmpty() ? null : Spans.covering(days.getFirst(), days.getLast());
  }

  private static LocalDate day(long epochMilli) {
    return Instant.ofEpochMilli(epochMilli).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** What to ask then: how many can have held in each stretch. */
  static Map<String, Aggregation> within(Spans spans) {
    List<Query> each =
        spans.spans().stream()
            .map(span -> new ValidFilter(span.from(), span.to(), false))
            .map(days -> FactQueries.days(FactFields.POSSIBLE, days, RangeRelation.Intersects))
            .toList();
    return Map.of(STRETCHES, Aggregation.of(a -> a.filters(f -> f.filters(b -> b.array(each)))));
  }

  /** What both steps answered. */
  static Timeline of(
      Map<String, Aggregate> reach, @Nullable Spans spans, Map<String, Aggregate> counted) {
    long undated = Objects.requireNonNull(reach.get(UNDATED)).missing().docCount();
    if (spans == null) {
      return new Timeline(null, List.of(), undated);
    }
    List<FiltersBucket> buckets =
        Objects.requireNonNull(counted.get(STRETCHES)).filters().buckets().array();
    List<Stretch> stretches = new ArrayList<>();
    for (int at = 0; at < buckets.size(); at++) {
      Spans.Span span = spans.spans().get(at);
      stretches.add(
          new Stretch(
              span.label(),
              span.from().toString(),
              span.to().toString(),
              buckets.get(at).docCount()));
    }
    return new Timeline(spans.interval(), stretches, undated);
  }
}
