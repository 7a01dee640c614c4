package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.defter.query.search.SearchAnswer.Year;

/** Counts over all that was found. */
final class Facets {

  /** A facet shows its commonest values. */
  private static final int VALUES = 20;

  private static final String TIMELINE = "timeline";

  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("subject", FactFields.SUBJECT);
    FIELDS.put("property", FactFields.PROPERTY);
    FIELDS.put("standing", FactFields.STANDING);
    FIELDS.put("source", FactFields.SOURCES);
    FIELDS.put("certainty", FactFields.CERTAINTY);
    FIELDS.put("datatype", FactFields.DATATYPE);
    FIELDS.put("qualifier", FactFields.QUALIFIERS);
    FIELDS.put("actor", FactFields.ACTOR);
  }

  private Facets() {}

  /** What to ask of Elasticsearch. */
  static Map<String, Aggregation> wanted() {
    Map<String, Aggregation> wanted = new LinkedHashMap<>();
    FIELDS.forEach((name, field) ->
        wanted.put(name, Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES)))));
    // Years without a fact are left out: one fact of the year -5000 must not make thousands.
    wanted.put(
        TIMELINE,
        Aggregation.of(a ->
            a.dateHistogram(h ->
                h.field(FactFields.VALID_SORT)
                    .calendarInterval(CalendarInterval.Year)
                    .minDocCount(1))));
    return wanted;
  }

  /** What it answered; empty when it was not asked. */
  static Map<String, List<FacetValue>> of(Map<String, Aggregate> answered) {
    Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
    for (String name : FIELDS.keySet()) {
      Aggregate aggregate = answered.get(name);
      if (aggregate != null) {
        List<FacetValue> values = new ArrayList<>();
        if (aggregate.isSterms()) {
          aggregate
              .sterms()
              .buckets()
              .array()
              .forEach(bucket ->
                  values.add(new FacetValue(bucket.key().stringValue(), bucket.docCount())));
        }
        facets.put(name, values);
      }
    }
    return facets;
  }

  /** The years in which the facts begin. */
  static List<Year> timeline(Map<String, Aggregate> answered) {
    Aggregate aggregate = answered.get(TIMELINE);
    return aggregate == null
        ? List.of()
        : aggregate.dateHistogram().buckets().array().stream()
            .map(bucket -> new Year(year(bucket.key()), bucket.docCount()))
            .toList();
  }

  private static int year(long epochMilli) {
    return Instant.ofEpochMilli(epochMilli).atZone(ZoneOffset.UTC).getYear();
  }

  /** The things that facet values are identifiers of. */
  static List<ArchiveId> named(Map<String, List<FacetValue>> facets) {
    List<ArchiveId> named = new ArrayList<>();
    facets.getOrDefault("subject", List.of()).forEach(v -> named.add(new SubjectId(v.value())));
    facets.getOrDefault("property", List.of()).forEach(v -> named.add(new PropertyId(v.value())));
    facets.getOrDefault("source", List.of()).forEach(v -> named.add(new SourceId(v.value())));
    return named;
  }
}
