package org.defter.query.read;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;
import org.defter.identity.Right;
import org.defter.identity.SignedIn;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks Elasticsearch, and says so in the reader's terms when it does not answer. Whoever may not
 * read restricted sources is answered as if these, and what cites them, were not there: in this one
 * place, whatever is asked.
 */
@Component
public class ReadModel {

  /** The most documents asked for by identifier in one request. */
  private static final int BY_ID_LIMIT = 500;

  private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

  private final ElasticsearchClient client;
  private final @Nullable Restricted restricted;
  private final ElasticsearchClient open;

  @Autowired
  ReadModel(ElasticsearchClient client) {
    this(client, new Restricted(client));
  }

  private ReadModel(ElasticsearchClient client, @Nullable Restricted restricted) {
    this.client = client;
    this.restricted = restricted;
    this.open =
        restricted == null
            ? client
            : new ElasticsearchClient(new OpenTransport(client._transport(), restricted));
  }

  /**
   * The same with nothing left out, for what the service does by itself: no more of it is shown
   * than how far it goes.
   */
  public ReadModel whole() {
    return new ReadModel(client, null);
  }

  /** The restricted sources, when whoever asks may not read them; else none. */
  public Set<String> hiddenSources() {
    Restricted sources = restricted;
    return sources == null || SignedIn.currentMay(Right.READ_RESTRICTED)
        ? Set.of()
        : put(_ -> sources.sources(), client);
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
    return put(question, hiddenSources().isEmpty() ? client : open);
  }

  private static <T> T put(Question<T> question, ElasticsearchClient client) {
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
    return hiddenSources().isEmpty()
        ? ask(client -> client.get(get -> get.index(index.alias()).id(id), type)).source()
        : getAll(index, List.of(id), type).get(id);
  }

  /**
   * A document as it is, or as it was known at some time; null where there is none, or was none.
   *
   * @param knownAt null for now
   */
  public <T> @Nullable T get(Index index, String id, @Nullable Instant knownAt, Class<T> type) {
    return knownAt == null
        ? get(index, id, type)
        : getAll(index, List.of(id), List.of(), knownAt, type).get(id);
  }

  /**
   * A document that must be there.
   *
   * @param knownAt as it was known then; null for now
   * @throws ProblemException (404) when there is no such thing; or was none then, and it says since
   *     when there is
   */
  public <T> T require(Index index, ArchiveId id, @Nullable Instant knownAt, Class<T> type) {
    T found = get(index, id.value(), knownAt, type);
    if (found != null) {
      return found;
    }
    JsonNode first =
        knownAt == null
            ? null
            : get(index.versions(), Index.versionId(id.value(), 1), JsonNode.class);
    throw ProblemException.notFound(
        knownAt == null || first == null
            ? NotHeld.ever(id)
            : NotHeld.then(id, knownAt, first.required("changedAt").asString()));
  }

  /**
   * Documents, or parts of them, as they are or as they were known at some time.
   *
   * @param fields which parts; empty for all
   * @param knownAt null for now
   * @return by identifier; without those there are none of, or were none of
   */
  public <T> Map<String, T> getAll(
      Index index,
      Collection<String> ids,
      List<String> fields,
      @Nullable Instant knownAt,
      Class<T> type) {
    if (knownAt == null) {
      return getAll(index, ids, fields, type);
    }
    Map<String, T> found = new LinkedHashMap<>();
    List<FieldValue> all = ids.stream().distinct().map(FieldValue::of).toList();
    for (int from = 0; from < all.size(); from += BY_ID_LIMIT) {
      List<FieldValue> some = all.subList(from, Math.min(all.size(), from + BY_ID_LIMIT));
      // Newest first: a version that was just added may stand beside the one it will close.
      ask(client ->
              client.search(
                  search ->
                      search
                          .index(index.versions().alias())
                          .query(q ->
                              q.bool(b ->
                                  b.filter(f ->
                                          f.terms(t -> t.field("id").terms(v -> v.value(some))))
                                      .filter(KnownAt.query(knownAt))))
                          .sort(sort -> sort.field(f -> f.field("version").order(SortOrder.Desc)))
                          .source(s -> s.filter(f -> f.includes(fields)))
                          .size(2 * some.size()),
                  type))
          .hits()
          .hits()
          .forEach(hit ->
              found.putIfAbsent(
                  Index.idOf(Objects.requireNonNull(hit.id())),
                  Objects.requireNonNull(hit.source())));
    }
    return found;
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
    return Objects.requireNonNull(getAll(List.of(new Wanted(index, ids, fields)), type).get(index));
  }

  /**
   * Parts of documents of several kinds, as they are or as they were known at some time.
   *
   * @param knownAt null for now
   * @return by index and identifier; without those there are none of, or were none of
   */
  public <T> Map<Index, Map<String, T>> getAll(
      List<Wanted> wanted, @Nullable Instant knownAt, Class<T> type) {
    if (knownAt == null) {
      return getAll(wanted, type);
    }
    Map<Index, Map<String, T>> found = new EnumMap<>(Index.class);
    for (Wanted some : wanted) {
      found.put(some.index(), getAll(some.index(), some.ids(), some.fields(), knownAt, type));
    }
    return found;
  }

  /** As they are at this moment, asked for in one question. */
  private <T> Map<Index, Map<String, T>> getAll(List<Wanted> wanted, Class<T> type) {
    Map<Index, Map<String, T>> found = new EnumMap<>(Index.class);
    wanted.forEach(some -> found.put(some.index(), new LinkedHashMap<>()));
    Set<String> hidden = hiddenSources();
    if (hidden.isEmpty()) {
      each(wanted, type, (index, id, document) -> index.put(id, document), found);
    } else {
      each(
          wanted.stream().map(Wanted::tellingWhetherOpen).toList(),
          JsonNode.class,
          (index, id, document) -> {
            if (Restricted.isOpen(document, hidden)) {
              index.put(id, DocumentJson.mapper().treeToValue(document, type));
            }
          },
          found);
    }
    return found;
  }

  /** Takes a document that was found. */
  @FunctionalInterface
  private interface Taking<T, D> {
    void take(Map<String, T> index, String id, D document);
  }

  private <T, D> void each(
      List<Wanted> wanted, Class<D> type, Taking<T, D> taking, Map<Index, Map<String, T>> found) {
    List<Wanted.One> all = wanted.stream().flatMap(Wanted::each).toList();
    for (int from = 0; from < all.size(); from += BY_ID_LIMIT) {
      List<Wanted.One> some = all.subList(from, Math.min(all.size(), from + BY_ID_LIMIT));
      List<MultiGetOperation> asked = some.stream().map(Wanted.One::operation).toList();
      var response = put(elastic -> elastic.mget(get -> get.docs(asked), type), client);
      for (int at = 0; at < some.size(); at++) {
        // Answered in the order asked, by the names of the indexes behind the aliases.
        MultiGetResponseItem<D> item = response.docs().get(at);
        if (item.isResult() && item.result().source() != null) {
          taking.take(
              Objects.requireNonNull(found.get(some.get(at).index())),
              some.get(at).id(),
              item.result().source());
        }
      }
    }
  }

  private static ProblemException unavailable(Exception cause) {
    return new ProblemException(
        new Problem(
            ProblemType.UNAVAILABLE,
            Detail.of("query.index.no-answer"),
            null,
            Map.of("Retry-After", "5")),
        cause);
  }
}
