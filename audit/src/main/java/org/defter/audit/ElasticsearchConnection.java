package org.defter.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import java.net.URI;
import org.defter.readmodel.document.DocumentJson;

/** How the archive's Elasticsearch is spoken to. */
public final class ElasticsearchConnection {

  private static final String MEDIA_TYPE = "application/vnd.elasticsearch+json; compatible-with=8";

  private ElasticsearchConnection() {}

  /** The client is of version 9 and the server of version 8, which refuses it otherwise. */
  public static Rest5ClientOptions speakingVersion8() {
    RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
    options.addHeader("Accept", MEDIA_TYPE);
    options.addHeader("Content-Type", MEDIA_TYPE);
    return new Rest5ClientOptions(options.build(), false);
  }

  /** A client of its own, to be closed. */
  public static ElasticsearchClient open(URI address) {
    return ElasticsearchClient.of(config ->
        config
            .host(address)
            .jsonMapper(new Jackson3JsonpMapper(DocumentJson.mapper()))
            .transportOptions(speakingVersion8()));
  }
}
