package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Like;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.fact.Statement;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.value.Value;
import org.defter.query.fact.Facts;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "More like this": facts that share telling words with a fact, or what it is about. */
@Component
public final class SimilarFacts {

  private static final float SAME_THING = 1.5f;
  private static final int TELLING_WORDS = 25;

  private final FactQuestions questions;
  private final Facts facts;
  private final LabelFinder labels;

  SimilarFacts(FactQuestions questions, Facts facts, LabelFinder labels) {
    this.questions = questions;
    this.facts = facts;
    this.labels = labels;
  }

  /** Facts like one, the likest first. */
  public record Similar(FactId id, List<FoundFact> facts, Labels labels) {}

  /**
   * Finds them among the facts that count.
   *
   * @param knownAt as they were known then; null for now
   */
  public Similar to(FactId id, @Nullable Instant knownAt, int size, List<Locale> readers) {
    Statement statement = facts.get(id, null, knownAt, null, readers).statement();
    Criteria among = Criteria.counting(new Times(null, knownAt));
    Query query =
        Query.of(q ->
            q.bool(b ->
                b.must(likeness(statement))
                    .filter(FactQueries.filters(among))
                    .mustNot(not -> not.term(t -> t.field(FactFields.ID).value(id.value())))));
    SearchRequest asked = new SearchRequest(among, Criteria.Sort.RELEVANCE, size, null);
    FactSearchBody body = new FactSearchBody(asked, query, FactQuestions.index(among), null, null);
    List<FoundFact> found =
        questions.ask(body.batch()).hits().hits().stream().map(FoundFacts::of).toList();
    Set<ArchiveId> named = new LinkedHashSet<>();
    found.forEach(fact -> named.addAll(Mentions.in(fact.statement())));
    return new Similar(id, found, labels.of(named, readers, knownAt));
  }

  private static Query likeness(Statement statement) {
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    List<Like> words = words(statement).distinct().map(text -> Like.of(l -> l.text(text))).toList();
    if (!words.isEmpty()) {
      any.should(
          Query.of(q ->
              q.moreLikeThis(m ->
                  m.fields(FactFields.readings(FactFields.TEXT, FactFields.QUOTE))
                      .like(words)
                      .minTermFreq(1)
                      .minDocFreq(1)
                      .minWordLength(3)
                      .maxQueryTerms(TELLING_WORDS)
                      .minimumShouldMatch("25%"))));
    }
    String subject = statement.subject().value();
    any.should(same(FactFields.SUBJECT, subject)).should(same(FactFields.VALUE_SUBJECT, subject));
    any.should(same(FactFields.PROPERTY, statement.property().value()));
    if (statement.value() instanceof Value.SubjectReference(var value)) {
      any.should(same(FactFields.SUBJECT, value.value()))
          .should(same(FactFields.VALUE_SUBJECT, value.value()));
    }
    return any.build()._toQuery();
  }

  private static Stream<String> words(Statement statement) {
    return Stream.concat(
        statement.value() instanceof Value.Text text ? Stream.of(text.text()) : Stream.of(),
        statement.citations().stream().map(citation -> citation.passage().exact()));
  }

  private static Query same(String field, String id) {
    return Query.of(q ->
        q.constantScore(
            c -> c.filter(f -> f.term(t -> t.field(field).value(id))).boost(SAME_THING)));
  }
}
