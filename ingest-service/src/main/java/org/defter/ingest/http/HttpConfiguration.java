package org.defter.ingest.http;

import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.defter.core.event.ArchiveJson;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Bodies are read and written in the archive's own JSON. */
@Configuration
class HttpConfiguration implements WebMvcConfigurer {

  @Bean
  JsonMapper jsonMapper() {
    return ArchiveJson.mapper()
        .rebuild()
        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
        .build();
  }

  /** An encoded slash reaches the handler, which refuses it in words as part of an identifier. */
  @Bean
  TomcatConnectorCustomizer encodedSlashes() {
    return connector ->
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver());
  }
}
