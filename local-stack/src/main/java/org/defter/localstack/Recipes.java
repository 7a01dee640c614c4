package org.defter.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.identity.LocalIdentity;

/** The recipes of one stack, with what one part must know of another. */
record Recipes(Path dataDirectory, Distribution distribution, Account account, Ports ports) {
  Recipe of(Part part) {
    return switch (part) {
      case POSTGRESQL -> postgresql();
      case KAFKA ->
          new KafkaRecipe(
              distribution,
              folder(part),
              ports.of(Ports.Use.KAFKA),
              ports.of(Ports.Use.KAFKA_CONTROLLER));
      case ELASTICSEARCH ->
          new ElasticsearchRecipe(
              distribution,
              account,
              folder(part),
              ports.of(Ports.Use.ELASTICSEARCH),
              ports.of(Ports.Use.ELASTICSEARCH_TRANSPORT));
      case INGEST_SERVICE -> ingestService();
      case QUERY_SERVICE -> queryService();
    };
  }

  PostgresRecipe postgresql() {
    return new PostgresRecipe(
        distribution, account, folder(Part.POSTGRESQL), ports.of(Ports.Use.POSTGRESQL));
  }

  private Recipe ingestService() {
    PostgresRecipe postgresql = postgresql();
    return new ServiceRecipe(
        Part.INGEST_SERVICE,
        distribution,
        folder(Part.INGEST_SERVICE),
        ports.of(Ports.Use.INGEST),
        () ->
            together(
                signIn(),
                Map.of(
                    "SERVER_PORT",
                    Integer.toString(ports.of(Ports.Use.INGEST)),
                    "SERVER_ADDRESS",
                    "127.0.0.1",
                    "DEFTER_KAFKA_BOOTSTRAP_SERVERS",
                    address(Ports.Use.KAFKA),
                    // One machine, one operator: nobody to be kept from.
                    "DEFTER_COMMANDS_PER_MINUTE",
                    "0",
                    "DEFTER_LOG_ORIGIN",
                    "localhost/defter",
                    "DEFTER_LOG_KEY_FILE",
                    dataDirectory.resolve("log").resolve("key").toString(),
                    "DEFTER_LOG_WITNESSES",
                    witnesses(),
                    "SPRING_DATASOURCE_URL",
                    jdbcUrl(),
                    "SPRING_DATASOURCE_USERNAME",
                    PostgresRecipe.USER,
                    "SPRING_DATASOURCE_PASSWORD",
                    postgresql.password())));
  }

  /** Those in the file {@code log/witnesses}, one on each line. */
  private String witnesses() {
    Path file = dataDirectory.resolve("log").resolve("witnesses");
    if (!Files.exists(file)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.joining(","));
    } catch (IOException | UncheckedIOException unreadable) {
      throw StackException.dataDirectory("cannot read " + file, unreadable);
    }
  }

  private Recipe queryService() {
    return new ServiceRecipe(
        Part.QUERY_SERVICE,
        distribution,
        folder(Part.QUERY_SERVICE),
        ports.of(Ports.Use.PUBLIC),
        () ->
            together(
                signIn(),
                Map.of(
                    "SERVER_PORT",
                    Integer.toString(ports.of(Ports.Use.PUBLIC)),
                    "SERVER_ADDRESS",
                    "127.0.0.1",
                    "DEFTER_KAFKA_BOOTSTRAP_SERVERS",
                    address(Ports.Use.KAFKA),
                    "SPRING_ELASTICSEARCH_URIS",
                    "http://" + address(Ports.Use.ELASTICSEARCH),
                    "DEFTER_INGEST_URL",
                    "http://" + address(Ports.Use.INGEST),
                    "DEFTER_SIGN_IN_LOCAL",
                    identityFolder().toString())));
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + address(Ports.Use.POSTGRESQL) + "/" + PostgresRecipe.DATABASE;
  }

  String address(Ports.Use use) {
    return "127.0.0.1:" + ports.of(use);
  }

  /** Its people and their key, which are made when they are not there. */
  LocalIdentity identity() {
    return LocalIdentity.in(identityFolder(), publicAddress());
  }

  private Path identityFolder() {
    return dataDirectory.resolve("identity");
  }

  private String publicAddress() {
    return "http://" + address(Ports.Use.PUBLIC);
  }

  /** What both services are told about whom to believe. */
  private Map<String, String> signIn() {
    identity();
    return Map.of(
        "DEFTER_SIGN_IN_ISSUER",
        publicAddress(),
        "DEFTER_SIGN_IN_KEYS",
        LocalIdentity.publicKeys(identityFolder()).toUri().toString());
  }

  private static Map<String, String> together(
      Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private Path folder(Part part) {
    return dataDirectory.resolve(part.folder());
  }
}
