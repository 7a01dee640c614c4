package org.defter.query.elasticsearch;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import org.defter.query.document.DocumentJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

  private static final String MEDIA_TYPE = "application/vnd.elasticsearch+json; compatible-with=8";

  /** The client is of version 9 and the server of version 8, which refuses it otherwise. */
  @Bean
  Rest5ClientOptions speakingVersion8() {
    RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
    options.addHeader("Accept", MEDIA_TYPE);
    options.addHeader("Content-Type", MEDIA_TYPE);
    return new Rest5ClientOptions(options.build(), false);
  }

  @Bean
  JsonpMapper documentMapper() {
    return new Jackson3JsonpMapper(DocumentJson.mapper());
  }
}
