package org.defter.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes commands, and tells Kafka what became of them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestService {

  /** Starts the service; it is configured by {@code application.yaml} and the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(IngestService.class, arguments);
  }
}
