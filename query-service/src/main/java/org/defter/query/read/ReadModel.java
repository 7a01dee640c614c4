package org.defter.query.read;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.query.document.Index;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch, and says so in the reader's terms when it does not answer. */
@Component
public class ReadModel {

  /** The most documents asked for by identifier in one request. */
  private static final int BY_ID_LIMIT = 500;

  private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

  private final ElasticsearchClient client;

  ReadModel(ElasticsearchClient client) {
    this.client = client;
  }

  /** One request to Elasticsearch. */
  @FunctionalInterface
  public interface Question<T> {
    T put(ElasticsearchClient client) throws IOException;
  }

  /**
   * Puts a question.
   *
   * @throws ProblemException (503) when Elasticsearch is down or overloaded
   * @throws ElasticsearchException when it refuses the question
   */
  public <T> T ask(Question<T> question) {
    try {
      return question.put(client);
    } catch (ElasticsearchException refused) {
      if (OVERLOADED.contains(refused.status())) {
        throw unavailable(refused);
      }
      throw refused;
    } catch (IOException unreachable) {
      throw unavailable(unreachable);
    }
  }

  /** A document as it is at this moment, refreshed or not; null where there is none. */
  public <T> @Nullable T get(Index index, String id, Class<T> type) {
    return ask(client -> client.get(get -> get.index(index.alias()).id(id), type)).source();
  }

  /**
   * Documents as they are at this moment.
   *
   * @return by identifier, in the order asked; without those there are none of
   */
  public <T> Map<String, T> getAll(Index index, Collection<String> ids, Class<T> type) {
    return getAll(index, ids, List.of(), type);
  }

  /**
   * Parts of documents as they are at this moment.
   *
   * @param fields which parts; empty for all
   */
  public <T> Map<String, T> getAll(
      Index index, Collection<String> ids, List<String> fields, Class<T> type) {
    Map<String, T> found = new LinkedHashMap<>();
    List<String> all = ids.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += BY_ID_LIMIT) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BY_ID_LIMIT));
      var response =
          ask(client ->
              client.mget(get -> get.index(index.alias()).ids(some).sourceIncludes(fields), type));
      for (MultiGetResponseItem<T> item : response.docs()) {
        if (item.isResult() && item.result().source() != null) {
          found.put(item.result().id(), item.result().source());
        }
      }
    }
    return found;
  }

  private static ProblemException unavailable(Exception cause) {
    return new ProblemException(
        new Problem(
            ProblemType.UNAVAILABLE,
            "the search index does not answer: ask again in a few seconds",
            null,
            Map.of("Retry-After", "5")),
        cause);
  }
}
