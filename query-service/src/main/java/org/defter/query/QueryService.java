package org.defter.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Projects what happened into Elasticsearch, and answers readers from there. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryService {

  /** Starts the service; it is configured by {@code application.yaml} and the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(QueryService.class, arguments);
  }
}
