package org.defter.query.elasticsearch;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import org.defter.audit.ElasticsearchConnection;
import org.defter.readmodel.document.DocumentJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

  @Bean
  Rest5ClientOptions speakingVersion8() {
    return ElasticsearchConnection.speakingVersion8();
  }

  @Bean
  JsonpMapper documentMapper() {
    return new Jackson3JsonpMapper(DocumentJson.mapper());
  }
}
