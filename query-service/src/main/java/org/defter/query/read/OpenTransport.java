package org.defter.query.read;

import co.elastic.clients.elasticsearch.core.ClosePointInTimeRequest;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.OpenPointInTimeRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.indices.RefreshRequest;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks every question of what is for everybody, whoever puts it and however: results, counts,
 * facets and highlights all follow from the query. What it does not know how to limit, it refuses.
 */
final class OpenTransport implements ElasticsearchTransport {

  private final ElasticsearchTransport whole;
  private final Restricted restricted;

  OpenTransport(ElasticsearchTransport whole, Restricted restricted) {
    this.whole = whole;
    this.restricted = restricted;
  }

  @Override
  public <Q, A, E> A performRequest(
      Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
      throws IOException {
    @SuppressWarnings("unchecked") // a request becomes one of its own class
    Q limited = (Q) limited(request);
    return whole.performRequest(limited, endpoint, options);
  }

  private Object limited(Object request) throws IOException {
    return switch (request) {
      case SearchRequest search ->
          search.rebuild().query(Restricted.open(search.query(), restricted.sources())).build();
      case MsearchRequest several -> limited(several);
      // They give nothing of a document.
      case OpenPointInTimeRequest _, ClosePointInTimeRequest _, RefreshRequest _ -> request;
      default ->
          throw new IllegalStateException(
              "it is not known how to keep restricted sources out of a "
                  + request.getClass().getSimpleName());
    };
  }

  private MsearchRequest limited(MsearchRequest several) throws IOException {
    Set<String> sources = restricted.sources();
    List<RequestItem> searches =
        several.searches().stream()
            .map(item ->
                RequestItem.of(limited ->
                    limited
                        .header(item.header())
                        .body(
                            item.body()
                                .rebuild()
                                .query(Restricted.open(item.body().query(), sources))
                                .build())))
            .toList();
    return MsearchRequest.of(limited -> limited.searches(searches));
  }

  @Override
  public <Q, A, E> CompletableFuture<A> performRequestAsync(
      Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
    throw new IllegalStateException("readers wait for their answers");
  }

  @Override
  public JsonpMapper jsonpMapper() {
    return whole.jsonpMapper();
  }

  @Override
  public TransportOptions options() {
    return whole.options();
  }

  @Override
  public void close() {
    // It is not this one's to close.
  }
}
