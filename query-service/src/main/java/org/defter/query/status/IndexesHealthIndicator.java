package org.defter.query.status;

import org.defter.query.elasticsearch.Indexes;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up when there is something to serve from: Elasticsearch answers, and the indexes are there. */
@Component
class IndexesHealthIndicator extends AbstractHealthIndicator {

  private final Indexes indexes;

  IndexesHealthIndicator(Indexes indexes) {
    super("Elasticsearch cannot be reached");
    this.indexes = indexes;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    if (indexes.readable()) {
      builder.up();
    } else {
      builder.down().withDetail("reason", "the indexes have not been made yet");
    }
  }
}
