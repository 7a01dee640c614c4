package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.search.language.Expression.Term;
import org.defter.query.search.language.Match;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds what the terms of a query name, in one request. */
@Component
final class NameLookup {

  /** The most subjects, properties or sources that one term stands for. */
  private static final int IDS_LIMIT = 200;

  /** The best subjects for a term, whose other names are searched for in texts. */
  private static final int EXPANDED_SUBJECTS = 5;

  private static final int OTHER_NAMES_LIMIT = 20;

  private final ReadModel readModel;
  private final MergedSubjects merged;

  NameLookup(ReadModel readModel, MergedSubjects merged) {
    this.readModel = readModel;
    this.merged = merged;
  }

  /** A term to be looked for among the names of one kind of thing. */
  private record Lookup(Term term, Index index) {}

  /**
   * What each term names.
   *
   * @param knownAt by the names that were known then; null for now
   */
  Map<Term, NameMatches> of(List<Term> terms, @Nullable Instant knownAt) {
    List<Lookup> lookups = terms.stream().flatMap(NameLookup::lookups).toList();
    Map<Term, NameMatches> matches = new HashMap<>();
    if (lookups.isEmpty()) {
      return matches;
    }
    List<RequestItem> searches = lookups.stream().map(lookup -> search(lookup, knownAt)).toList();
    MsearchResponse<JsonNode> found =
        readModel.ask(client -> client.msearch(m -> m.searches(searches), JsonNode.class));
    for (int at = 0; at < lookups.size(); at++) {
      Lookup lookup = lookups.get(at);
      NameMatches named = matches(lookup.index(), hits(found.responses().get(at)), knownAt);
      matches.merge(lookup.term(), named, NameMatches::and);
    }
    return matches;
  }

  private static Stream<Lookup> lookups(Term term) {
    Stream<Index> indexes =
        switch (term.field()) {
          case ANYWHERE -> Stream.of(Index.SUBJECTS, Index.PROPERTIES);
          case SUBJECT, VALUE -> Stream.of(Index.SUBJECTS);
          case PROPERTY -> Stream.of(Index.PROPERTIES);
          case SOURCE -> Stream.of(Index.SOURCES);
          case ACTOR, QUOTE, CONTEXT, QUALIFIER, REASON, ID -> Stream.of();
        };
    return indexes.map(index -> new Lookup(term, index));
  }

  private static RequestItem search(Lookup lookup, @Nullable Instant knownAt) {
    Query inNames = inNames(lookup.term(), lookup.index());
    return RequestItem.of(item ->
        item.header(header -> header.index(KnownAt.index(lookup.index(), knownAt).alias()))
            .body(body ->
                body.query(KnownAt.among(inNames, knownAt))
                    .size(IDS_LIMIT)
                    .trackTotalHits(t -> t.enabled(false))
                    .source(s -> s.filter(f -> f.includes("names.text")))));
  }

  private static Query inNames(Term term, Index index) {
    List<String> fields = fields(index, term.match());
    return Query.of(q ->
        q.multiMatch(match -> {
          match
              .query(term.text())
              .fields(fields)
              .type(term.match() == Match.PHRASE ? TextQueryType.Phrase : TextQueryType.BestFields)
              .operator(Operator.And);
          return term.match() == Match.FUZZY
              ? match.fuzziness(TextQueries.fuzziness(term)).prefixLength(1)
              : match;
        }));
  }

  /** Beginnings are compared with the names as written, words and slips in every reading too. */
  private static List<String> fields(Index index, Match match) {
    String text = text(index);
    if (match == Match.PREFIX) {
      return List.of(text + ".prefix");
    }
    return switch (index) {
      case SUBJECTS ->
          match == Match.FUZZY
              ? List.of(text, text + ".any", text + ".en", text + ".az", text + ".sound")
              : List.of(text, text + ".any", text + ".en", text + ".az");
      case PROPERTIES -> List.of(text + ".any", text + ".en", text + ".az");
      default -> List.of(text + ".any");
    };
  }

  private static String text(Index index) {
    return switch (index) {
      case SUBJECTS -> "names.text";
      case PROPERTIES -> "labels.text";
      case SOURCES -> "description.title";
      default -> throw new IllegalArgumentException(index + " holds no names");
    };
  }

  private static List<Hit<JsonNode>> hits(MultiSearchResponseItem<JsonNode> item) {
    if (item.isFailure()) {
      throw new IllegalStateException("the search index refused: " + item.failure().error());
    }
    return item.result().hits().hits();
  }

  private NameMatches matches(Index index, List<Hit<JsonNode>> hits, @Nullable Instant knownAt) {
    List<String> ids =
        hits.stream().flatMap(hit -> Stream.ofNullable(hit.id())).map(Index::idOf).toList();
    List<String> none = List.of();
    return switch (index) {
      case SUBJECTS -> new NameMatches(merged.of(ids, knownAt), otherNames(hits), none, none);
      case PROPERTIES -> new NameMatches(none, none, ids, none);
      case SOURCES -> new NameMatches(none, none, none, ids);
      default -> throw new IllegalArgumentException(index + " holds no names");
    };
  }

  private static List<String> otherNames(List<Hit<JsonNode>> subjects) {
    return subjects.stream()
        .limit(EXPANDED_SUBJECTS)
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .flatMap(source -> source.path("names").valueStream())
        .map(name -> name.path("text").asString(""))
        .filter(name -> !name.isBlank())
        .distinct()
        .limit(OTHER_NAMES_LIMIT)
        .toList();
  }
}
