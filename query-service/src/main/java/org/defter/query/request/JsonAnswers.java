package org.defter.query.request;

import org.defter.readmodel.document.DocumentJson;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers look like the commands and events they came from: one mapper writes them all. */
@Configuration(proxyBeanMethods = false)
class JsonAnswers implements WebMvcConfigurer {

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JacksonJsonHttpMessageConverter(DocumentJson.mapper()));
  }
}
