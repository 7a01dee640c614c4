package org.defter.ingest.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where events are published.
 *
 * @param bootstrapServers host:port, comma separated
 * @param partitions of the topic, when this service creates it
 * @param replicationFactor of the topic, when this service creates it
 */
@ConfigurationProperties("defter.kafka")
public record KafkaProperties(String bootstrapServers, int partitions, short replicationFactor) {}
