package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.search.SearchAnswer.Facet;
import org.defter.query.search.SearchAnswer.FacetValue;

/** Counts over exactly what was found, a facet's own filter included: so they add up. */
final class Facets {

  /** A facet shows its commonest values. */
  private static final int VALUES = 20;

  private static final String WITHOUT = "-without";

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
    FIELDS.put("reason", FactFields.REASON_TYPE);
  }

  private Facets() {}

  /** What to ask of Elasticsearch. */
  static Map<String, Aggregation> wanted() {
    Map<String, Aggregation> wanted = new LinkedHashMap<>();
    FIELDS.forEach((name, field) -> {
      wanted.put(name, Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES))));
      wanted.put(name + WITHOUT, Aggregation.of(a -> a.missing(m -> m.field(field))));
    });
    return wanted;
  }

  /** What it answered; empty when it was not asked. */
  static Map<String, Facet> of(Map<String, Aggregate> answered) {
    Map<String, Facet> facets = new LinkedHashMap<>();
    for (String name : FIELDS.keySet()) {
      Aggregate aggregate = answered.get(name);
      if (aggregate != null) {
        Aggregate without = Objects.requireNonNull(answered.get(name + WITHOUT));
        facets.put(name, facet(aggregate, without.missing().docCount()));
      }
    }
    return facets;
  }

  private static Facet facet(Aggregate aggregate, long without) {
    if (!aggregate.isSterms()) {
      return new Facet(List.of(), 0, without); // no document has the field
    }
    StringTermsAggregate terms = aggregate.sterms();
    List<FacetValue> values =
        terms.buckets().array().stream()
            .map(bucket -> new FacetValue(bucket.key().stringValue(), bucket.docCount()))
            .toList();
    Long other = terms.sumOtherDocCount();
    return new Facet(values, other == null ? 0 : other, without);
  }

  /** The things that facet values are identifiers of. */
  static List<ArchiveId> named(Map<String, Facet> facets) {
    List<ArchiveId> named = new ArrayList<>();
    values(facets, "subject").forEach(v -> named.add(new SubjectId(v.value())));
    values(facets, "property").forEach(v -> named.add(new PropertyId(v.value())));
    values(facets, "source").forEach(v -> named.add(new SourceId(v.value())));
    return named;
  }

  private static List<FacetValue> values(Map<String, Facet> facets, String name) {
    Facet facet = facets.get(name);
    return facet == null ? List.of() : facet.values();
  }
}
