package org.defter.query;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's own settings; see {@code application.yaml} for what is set when nobody says
 * otherwise.
 *
 * @param ingestUrl the archivists' side
 */
@ConfigurationProperties("defter")
public record DefterProperties(URI ingestUrl, Kafka kafka, Projection projection) {

  /**
   * Where events are published.
   *
   * @param bootstrapServers host:port, comma separated
   */
  public record Kafka(String bootstrapServers) {}

  /**
   * How events become documents.
   *
   * @param consumerGroup whose offsets say how far the indexes have got
   * @param threads consumers at work
   * @param batchRecords the most records in one bulk
   * @param refreshInterval how soon a document can be found by a search
   */
  public record Projection(
      String consumerGroup, int threads, int batchRecords, Duration refreshInterval) {}
}
