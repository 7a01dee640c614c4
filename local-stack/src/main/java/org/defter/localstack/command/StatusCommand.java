package org.defter.localstack.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.defter.localstack.PartStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "status",
    description =
        "What runs, where, with which versions, and how far the services have got. Exits with 3"
            + " unless every part runs.")
final class StatusCommand extends StackCommand {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Option(names = "--json", description = "Print it as one JSON object, for scripts.")
  private boolean json;

  /**
   * What `status --json` prints.
   *
   * @param address where people go, null unless the query service runs
   * @param ingest the ingest service's own status, null when it gives none; likewise query
   */
  record Report(
      String data,
      @Nullable String address,
      List<PartStatus> parts,
      @Nullable JsonNode ingest,
      @Nullable JsonNode query) {}

  @Override
  public Integer call() {
    LocalStack stack = stack();
    List<PartStatus> parts = stack.status();
    boolean open = runs(parts, Part.QUERY_SERVICE);
    Report report =
        new Report(
            stack.dataDirectory().toString(),
            open ? stack.publicUri() + "/" : null,
            parts,
            runs(parts, Part.INGEST_SERVICE) ? said(stack, Part.INGEST_SERVICE) : null,
            open ? said(stack, Part.QUERY_SERVICE) : null);
    if (json) {
      out().println(MAPPER.writeValueAsString(report));
    } else {
      print(report);
    }
    boolean allRun = parts.stream().allMatch(part -> part.state() == PartStatus.State.RUNNING);
    return allRun ? ExitCode.OK : ExitCode.PART_DOWN;
  }

  private static boolean runs(List<PartStatus> parts, Part part) {
    return parts.stream()
        .anyMatch(each -> each.part() == part && each.state() == PartStatus.State.RUNNING);
  }

  private static @Nullable JsonNode said(LocalStack stack, Part service) {
    return stack.serviceStatus(service).orElse(null);
  }

  private void print(Report report) {
    out().println("data     " + report.data());
    out().println("address  " + (report.address() == null ? "none" : report.address()));
    out().println();
    for (PartStatus part : report.parts()) {
      out()
          .printf(
              "%-15s %-15s %-14s %s%n",
              part.part().label(), part.version(), words(part.state()), where(part));
    }
    printIngest(report.ingest());
    printQuery(report.query());
  }

  private static String words(PartStatus.State state) {
    return switch (state) {
      case RUNNING -> "running";
      case NOT_ANSWERING -> "not answering";
      case STOPPED -> "stopped";
    };
  }

  private static String where(PartStatus part) {
    if (part.pid() == 0) {
      return "";
    }
    Instant since = part.since();
    return "127.0.0.1:%d, process %d, since %s"
        .formatted(
            part.port(), part.pid(), since == null ? "?" : since.truncatedTo(ChronoUnit.SECONDS));
  }

  private void printIngest(@Nullable JsonNode status) {
    if (status == null) {
      return;
    }
    out().println();
    out()
        .printf(
            "log: %d events committed, %d published, publisher %s%s%n",
            status.path("committed").asLong(0),
            status.path("published").asLong(0),
            status.path("state").asString("unknown"),
            reason(status));
    for (JsonNode witness : status.at("/log/witnesses")) {
      String trouble = witness.path("trouble").asString("");
      out()
          .printf(
              "witness %s: saw %s entries%s%n",
              witness.path("name").asString("?"),
              witness.path("size").asString("no"),
              trouble.isEmpty() ? "" : ": " + trouble);
    }
  }

  private void printQuery(@Nullable JsonNode status) {
    if (status == null) {
      return;
    }
    for (JsonNode projection : status.path("projections")) {
      out()
          .printf(
              "projection of %s/%d: at %d of %d, %d behind, %s%s%n",
              projection.path("topic").asString("?"),
              projection.path("partition").asInt(0),
              projection.path("position").asLong(0),
              projection.path("end").asLong(0),
              projection.path("lag").asLong(0),
              projection.path("state").asString("unknown"),
              reason(projection));
    }
    status
        .path("documents")
        .properties()
        .forEach(
            index -> out().printf("index %s: %s documents%n", index.getKey(), index.getValue()));
  }

  private static String reason(JsonNode status) {
    String reason = status.path("reason").asString("");
    return reason.isEmpty() ? "" : ": " + reason;
  }
}
