package org.defter.ingest.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class EventStoreGuardTest {

  @Test
  void refusesToStartOnAStoreThatForgets() {
    InMemoryEventStorageEngine forgetful = new InMemoryEventStorageEngine();
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(forgetful).build();

    assertThatThrownBy(() ->
            new EventStoreGuard(
                store, forgetful, NoTransactionManager.INSTANCE, new InMemoryTokenStore()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would not be durable")
        .hasMessageContaining("InMemoryEventStorageEngine");
  }
}
