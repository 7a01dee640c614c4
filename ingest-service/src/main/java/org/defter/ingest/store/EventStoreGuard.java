package org.defter.ingest.store;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/** Refuses to start when a part of the event store is not the durable one. */
final class EventStoreGuard {

  /**
   * @throws IllegalStateException naming the part that would lose events
   */
  EventStoreGuard(
      EventStore store,
      EventStorageEngine engine,
      TransactionManager transactions,
      TokenStore tokens) {
    require(EmbeddedEventStore.class, store);
    require(JdbcEventStorageEngine.class, engine);
    require(SpringTransactionManager.class, transactions);
    require(JdbcTokenStore.class, tokens);
  }

  private static void require(Class<?> durable, Object part) {
    if (!durable.isInstance(part)) {
      throw new IllegalStateException(
          "the archive would not be durable: %s is in use where %s must be"
              .formatted(part.getClass().getName(), durable.getName()));
    }
  }
}
