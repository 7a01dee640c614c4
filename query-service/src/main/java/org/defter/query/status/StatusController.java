package org.defter.query.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.query.projection.PartitionStatus;
import org.defter.query.projection.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the service has got. */
@RestController
class StatusController {

  private final Projections projections;
  private final DocumentCounts documents;
  private final BuildProperties build;

  StatusController(Projections projections, DocumentCounts documents, BuildProperties build) {
    this.projections = projections;
    this.documents = documents;
    this.build = build;
  }

  /**
   * The answer.
   *
   * @param state {@code running}; {@code waiting} while something that must be there is not; {@code
   *     stopped} when a partition has stopped
   * @param reason what is waited for; null while nothing is
   * @param projections each partition of the topic that this service was given
   * @param documents how many each index holds; null while Elasticsearch does not answer
   */
  record Status(
      String service,
      String version,
      String state,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
      List<Projection> projections,
      @Nullable Map<String, Long> documents) {}

  /**
   * One partition.
   *
   * @param position the next offset to apply
   * @param end the offset the next message will have
   * @param lag how many messages wait
   * @param state {@code running}, {@code waiting} or {@code stopped}
   * @param reason what it waits for, or why it stopped and what to do; null while running
   */
  record Projection(
      String topic,
      int partition,
      long position,
      long end,
      long lag,
      String state,
      @Nullable String reason) {}

  @GetMapping("/api/v1/status")
  Status status() {
    List<PartitionStatus> partitions = projections.partitions();
    String trouble = projections.trouble();
    boolean stopped =
        partitions.stream().anyMatch(at -> at.state() == PartitionStatus.State.STOPPED);
    return new Status(
        "query",
        Objects.requireNonNullElse(build.getVersion(), "unknown"),
        stopped ? "stopped" : trouble == null ? "running" : "waiting",
        trouble,
        partitions.stream().map(StatusController::projection).toList(),
        documents.byIndex());
  }

  private static Projection projection(PartitionStatus at) {
    return new Projection(
        at.topic(),
        at.partition(),
        at.position(),
        at.end(),
        at.lag(),
        at.state().word(),
        at.reason());
  }
}
