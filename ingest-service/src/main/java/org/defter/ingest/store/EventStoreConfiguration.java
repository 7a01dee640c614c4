package org.defter.ingest.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on PostgreSQL. Every part is declared here: without JPA, Axon's own configuration would
 * silently settle for an event bus that stores nothing ({@link EventStoreGuard} refuses to start
 * then).
 */
@Configuration
class EventStoreConfiguration {

  /** Small, because an event may hold a transcription of 16 million characters. */
  private static final int READ_BATCH = 200;

  private static final int CACHED_EVENTS = 200;
  private static final int FETCH_DELAY_MILLIS = 20;
  private static final int CACHED_AGGREGATES = 50_000;

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer() {
    return new ArchiveEventSerializer();
  }

  @Bean
  EventStorageEngine eventStorageEngine(
      Serializer generalSerializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ConnectionProvider connections,
      TransactionManager transactions) {
    return JdbcEventStorageEngine.builder()
        .snapshotSerializer(generalSerializer)
        .eventSerializer(eventSerializer)
        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
        .connectionProvider(connections)
        .transactionManager(transactions)
        .dataType(String.class)
        .batchSize(READ_BATCH)
        .finalAggregateBatchPredicate(batch -> batch.size() < READ_BATCH)
        .schema(schema())
        .build();
  }

  private static EventSchema schema() {
    return EventSchema.builder()
        .eventTable("domain_event_entry")
        .snapshotTable("snapshot_event_entry")
        .globalIndexColumn("global_index")
        .timestampColumn("time_stamp")
        .eventIdentifierColumn("event_identifier")
        .aggregateIdentifierColumn("aggregate_identifier")
        .sequenceNumberColumn("sequence_number")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .metaDataColumn("meta_data")
        .build();
  }

  @Bean
  EmbeddedEventStore eventStore(EventStorageEngine engine, RecordClock clock) {
    // The record time of every event is the server's, and Axon takes it from here.
    GenericEventMessage.clock = clock;
    return EmbeddedEventStore.builder()
        .storageEngine(engine)
        .fetchDelay(FETCH_DELAY_MILLIS)
        .cachedEvents(CACHED_EVENTS)
        .build();
  }

  @Bean
  RecordClock recordClock(StoredEvents events) {
    return new RecordClock(Clock.systemUTC(), events.newestRecordTime());
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer generalSerializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(generalSerializer)
        .schema(
            TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build())
        .build();
  }

  /**
   * Commands run inside the group's transaction ({@code GroupCommit}); one of their own would doom
   * the group's.
   */
  @Bean
  CommandBus commandBus(CorrelationDataProvider origin) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    bus.registerHandlerInterceptor(
        new org.axonframework.messaging.interceptors.CorrelationDataInterceptor<>(origin));
    return bus;
  }

  /** An event's metadata is the origin its command came with, and nothing else. */
  @Bean
  CorrelationDataProvider originOfCommand() {
    return new SimpleCorrelationDataProvider(StoredMessages.ORIGIN);
  }

  @Bean
  Cache aggregateCache() {
    return new BoundedCache(Caffeine.newBuilder().maximumSize(CACHED_AGGREGATES).build());
  }

  @Bean
  EventStoreGuard eventStoreGuard(
      EventStore store,
      EventStorageEngine engine,
      TransactionManager transactions,
      TokenStore tokens) {
    return new EventStoreGuard(store, engine, transactions, tokens);
  }
}
