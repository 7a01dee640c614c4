package org.defter.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import tools.jackson.databind.JsonNode;

/** The running archive, and direct ways to the servers under it. */
final class Rig implements AutoCloseable {

  /** As in the query service's settings. */
  static final String READERS = "query-service-1";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Settings settings;
  private final LocalStack stack;
  private final Topic topic;

  private Rig(Settings settings, LocalStack stack) {
    this.settings = settings;
    this.stack = stack;
    this.topic = new Topic(stack.kafkaBootstrapServers());
  }

  /** Starts all servers. */
  static Rig start(Settings settings) {
    LocalStack stack = LocalStack.in(settings.data()).reportingTo(System.err::println);
    try {
      stack.up(EnumSet.allOf(Part.class));
      return new Rig(settings, stack);
    } catch (RuntimeException failed) {
      stack.down();
      throw failed;
    }
  }

  Settings settings() {
    return settings;
  }

  LocalStack stack() {
    return stack;
  }

  Topic topic() {
    return topic;
  }

  HttpConnection ingest() throws IOException {
    return new HttpConnection(stack.ingestUri(), token());
  }

  HttpConnection frontDoor() throws IOException {
    return new HttpConnection(stack.publicUri(), token());
  }

  /** Of somebody who may do all that is measured; made anew, since measuring takes hours. */
  private String token() {
    return stack.token("benchmark", "archivist", "reviewer", "administrator");
  }

  HttpConnection elasticsearch() throws IOException {
    return new HttpConnection(stack.elasticsearchUri());
  }

  Connection database() throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl() + "?reWriteBatchedInserts=true",
        stack.postgresUser(),
        stack.postgresPassword());
  }

  /** Returns when every event is on the topic. */
  void awaitPublished() throws Exception {
    try (Connection database = database();
        HttpConnection ingest = ingest()) {
      long newest = newestPosition(database);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (json(ingest.get("/api/v1/status")).path("published").asLong() < newest) {
        refuseAfter(deadline, "the publisher has not caught up");
        Thread.sleep(50);
      }
    }
  }

  /** Returns when every event is in the indexes and can be found there, so that all is quiet. */
  void awaitQuiet() throws Exception {
    awaitPublished();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long applied = topic.applied(READERS);
    while (applied < topic.length()) {
      refuseAfter(deadline, "the query service has not come nearer");
      Thread.sleep(50);
      long now = topic.applied(READERS);
      // Behind a great many events it is slow, not stuck.
      deadline = now > applied ? System.nanoTime() + PATIENCE.toNanos() : deadline;
      applied = now;
    }
    try (HttpConnection elasticsearch = elasticsearch()) {
      elasticsearch.send("POST", "/_refresh", Map.of(), new byte[0]).expecting(200);
    }
  }

  static long newestPosition(Connection database) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery("SELECT max(global_index) FROM domain_event_entry")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void refuseAfter(long deadline, String what) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(what + " in " + PATIENCE.toMinutes() + " minutes");
    }
  }

  static JsonNode json(HttpConnection.Answer answer) {
    return ArchiveJson.mapper().readTree(answer.expecting(200).text());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  List<String> versions() {
    return stack.status().stream()
        .filter(part -> Part.INFRASTRUCTURE.contains(part.part()))
        .map(part -> part.part().label() + " " + part.version())
        .toList();
  }

  @Override
  public void close() {
    topic.close();
    stack.down();
  }
}
