package org.defter.query.suggestion;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.subject.Name;
import org.defter.core.value.Label;
import org.defter.query.label.BestLabel;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds subjects and properties by the beginnings of their names. */
@Component
public final class Suggestions {

  private static final String NAME = "names.text";
  private static final String NAME_PREFIX = "names.text.prefix";
  private static final String SOUND_PREFIX = "names.text.soundPrefix";
  private static final String LABEL_PREFIX = "labels.text.prefix";

  /** Of records that were merged into others, which bear their names too. */
  private static final String INTO = "into";

  private static final float AS_WRITTEN = 10;
  private static final float WHOLE_WORD = 5;

  private final ReadModel readModel;

  Suggestions(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * Subjects first, then properties; of each the best first, and what only sounds so last.
   *
   * @param typed every word of it must begin a word of its names
   * @param size how many subjects at most, and how many properties
   * @param knownAt by the names that were known then; null for now
   */
  public List<Suggestion> of(
      String typed, int size, @Nullable Instant knownAt, List<Locale> readers) {
    List<Hit<SubjectDocument>> subjects =
        hits(
            search(Index.SUBJECTS, subjects(typed), knownAt, size, NAME_PREFIX, SOUND_PREFIX),
            SubjectDocument.class);
    List<Hit<PropertyDocument>> properties =
        hits(
            search(Index.PROPERTIES, all(typed, LABEL_PREFIX), knownAt, size, LABEL_PREFIX),
            PropertyDocument.class);
    return Stream.concat(
            subjects.stream().map(hit -> subject(hit, readers)),
            properties.stream().map(hit -> property(hit, readers)))
        .toList();
  }

  private static Query subjects(String typed) {
    return Query.of(q ->
        q.bool(any ->
            any.minimumShouldMatch("1")
                .should(boosted(all(typed, NAME_PREFIX), AS_WRITTEN))
                .should(boosted(all(typed, NAME), WHOLE_WORD))
                .should(boosted(all(typed, SOUND_PREFIX), 1))));
  }

  /** A constant: how often a name stands in the archive says nothing about who is meant. */
  private static Query boosted(Query query, float boost) {
    return Query.of(q -> q.constantScore(c -> c.filter(query).boost(boost)));
  }

  private static Query all(String typed, String field) {
    return Query.of(q -> q.match(m -> m.field(field).query(typed).operator(Operator.And)));
  }

  private <T> List<Hit<T>> hits(SearchRequest request, Class<T> type) {
    return readModel.ask(client -> client.search(request, type)).hits().hits();
  }

  private static SearchRequest search(
      Index index, Query named, @Nullable Instant knownAt, int size, String... highlighted) {
    Query unmerged =
        Query.of(q -> q.bool(b -> b.must(named).mustNot(not -> not.exists(e -> e.field(INTO)))));
    List<NamedValue<HighlightField>> fields =
        Stream.of(highlighted)
            .map(field -> NamedValue.of(field, HighlightField.of(f -> f)))
            .toList();
    return SearchRequest.of(s ->
        s.index(KnownAt.index(index, knownAt).alias())
            .query(KnownAt.among(unmerged, knownAt))
            .size(size)
            .sort(sort -> sort.score(score -> score))
            .sort(sort -> sort.field(f -> f.field("id")))
            .trackTotalHits(t -> t.enabled(false))
            .highlight(h -> h.numberOfFragments(0).preTags("").postTags("").fields(fields)));
  }

  private static Suggestion subject(Hit<SubjectDocument> hit, List<Locale> readers) {
    SubjectDocument subject = Objects.requireNonNull(hit.source());
    String label = BestLabel.among(subject.names(), Name::language, readers).text();
    boolean written = hit.highlight().containsKey(NAME_PREFIX);
    List<String> matched = hit.highlight().get(written ? NAME_PREFIX : SOUND_PREFIX);
    return new Suggestion(
        "subject",
        subject.id(),
        subject.kind(),
        label,
        matched(matched, label),
        written ? null : true);
  }

  private static Suggestion property(Hit<PropertyDocument> hit, List<Locale> readers) {
    PropertyDocument property = Objects.requireNonNull(hit.source());
    String label = BestLabel.among(property.labels(), Label::language, readers).text();
    return new Suggestion(
        "property",
        property.id(),
        null,
        label,
        matched(hit.highlight().get(LABEL_PREFIX), label),
        null);
  }

  /** The label where it is among the names that match: a reader knows it best. */
  private static String matched(@Nullable List<String> names, String label) {
    return names == null || names.isEmpty() || names.contains(label) ? label : names.getFirst();
  }
}
