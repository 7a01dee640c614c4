package org.defter.query.suggestion;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.subject.Name;
import org.defter.core.value.Label;
import org.defter.query.document.Index;
import org.defter.query.document.PropertyDocument;
import org.defter.query.document.SubjectDocument;
import org.defter.query.label.BestLabel;
import org.defter.query.read.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds subjects and properties by the beginnings of their names. */
@Component
final class Suggestions {

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
   */
  List<Suggestion> of(String typed, int size, List<Locale> readers) {
    List<Hit<SubjectDocument>> subjects =
        hits(
            Index.SUBJECTS,
            subjects(typed),
            List.of(NAME_PREFIX, SOUND_PREFIX),
            size,
            SubjectDocument.class);
    List<Hit<PropertyDocument>> properties =
        hits(
            Index.PROPERTIES,
            all(typed, LABEL_PREFIX),
            List.of(LABEL_PREFIX),
            size,
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

  private <T> List<Hit<T>> hits(
      Index index, Query query, List<String> highlighted, int size, Class<T> type) {
    List<NamedValue<HighlightField>> fields =
        highlighted.stream().map(field -> NamedValue.of(field, HighlightField.of(f -> f))).toList();
    SearchRequest request =
        SearchRequest.of(s ->
            s.index(index.alias())
                .query(
                    q -> q.bool(b -> b.must(query).mustNot(not -> not.exists(e -> e.field(INTO)))))
                .size(size)
                .sort(sort -> sort.score(score -> score))
                .sort(sort -> sort.field(f -> f.field("id")))
                .trackTotalHits(t -> t.enabled(false))
                .highlight(
                    Highlight.of(
                        h -> h.numberOfFragments(0).preTags("").postTags("").fields(fields))));
    return readModel.ask(client -> client.search(request, type)).hits().hits();
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
