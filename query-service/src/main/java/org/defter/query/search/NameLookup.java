package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defter.query.document.Index;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds what the words of a query name, in one request. */
@Component
final class NameLookup {

  /** The most subjects or properties that one word stands for. */
  private static final int IDS_LIMIT = 200;

  /** The best subjects for a word, whose other names are searched for in texts. */
  private static final int EXPANDED_SUBJECTS = 5;

  private static final int OTHER_NAMES_LIMIT = 20;

  private final ReadModel readModel;
  private final MergedSubjects merged;

  NameLookup(ReadModel readModel, MergedSubjects merged) {
    this.readModel = readModel;
    this.merged = merged;
  }

  /**
   * What each word names, in the order of the words.
   *
   * @param knownAt by the names that were known then; null for now
   */
  List<NameMatches> of(List<Word> words, @Nullable Instant knownAt) {
    if (words.isEmpty()) {
      return List.of();
    }
    List<RequestItem> searches =
        words.stream().flatMap(word -> searches(word, knownAt)).toList();
    MsearchResponse<JsonNode> found =
        readModel.ask(client -> client.msearch(m -> m.searches(searches), JsonNode.class));
    List<NameMatches> matches = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      List<Hit<JsonNode>> subjects = hits(found.responses().get(2 * at));
      List<Hit<JsonNode>> properties = hits(found.responses().get(2 * at + 1));
      matches.add(
          new NameMatches(
              merged.of(ids(subjects), knownAt), otherNames(subjects), ids(properties)));
    }
    return matches;
  }

  private static Stream<RequestItem> searches(Word word, @Nullable Instant knownAt) {
    return Stream.of(
        search(Index.SUBJECTS, knownAt, word, "names.text", "names.text.any"),
        search(Index.PROPERTIES, knownAt, word, "labels.text.any"));
  }

  private static RequestItem search(
      Index index, @Nullable Instant knownAt, Word word, String... fields) {
    Query inNames =
        Query.of(q ->
            q.multiMatch(match ->
                match
                    .query(word.text())
                    .fields(List.of(fields))
                    .type(word.phrase() ? TextQueryType.Phrase : TextQueryType.BestFields)
                    .operator(Operator.And)));
    return RequestItem.of(item ->
        item.header(header -> header.index(KnownAt.index(index, knownAt).alias()))
            .body(body ->
                body.query(KnownAt.among(inNames, knownAt))
                    .size(IDS_LIMIT)
                    .trackTotalHits(t -> t.enabled(false))
                    .source(s -> s.filter(f -> f.includes("names.text")))));
  }

  private static List<Hit<JsonNode>> hits(MultiSearchResponseItem<JsonNode> item) {
    if (item.isFailure()) {
      throw new IllegalStateException("the search index refused: " + item.failure().error());
    }
    return item.result().hits().hits();
  }

  private static List<String> ids(List<Hit<JsonNode>> hits) {
    return hits.stream().flatMap(hit -> Stream.ofNullable(hit.id())).map(Index::idOf).toList();
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
