package org.defter.query.status;

import java.util.List;
import org.defter.query.projection.PartitionStatus;
import org.defter.query.projection.Projections;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down when a partition has stopped: what happened after that is not read until someone acts. */
@Component
class ProjectionHealthIndicator extends AbstractHealthIndicator {

  private final Projections projections;

  ProjectionHealthIndicator(Projections projections) {
    this.projections = projections;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    List<PartitionStatus> stopped =
        projections.partitions().stream()
            .filter(at -> at.state() == PartitionStatus.State.STOPPED)
            .toList();
    if (stopped.isEmpty()) {
      builder.up();
    } else {
      builder.down();
    }
    stopped.forEach(
        at -> builder.withDetail(at.topic() + "-" + at.partition(), String.valueOf(at.reason())));
  }
}
