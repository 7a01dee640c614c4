package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;

/**
 * The two services and Keycloak, as docker-compose.yml sets them up and without containers, on the
 * servers of the stack. The stack's own services rest meanwhile: one log has one keeper.
 */
final class ComposedArchive implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "keycloak").toAbsolutePath();
  private static final Path DISTRIBUTIONS = Path.of("target", "keycloak-dist").toAbsolutePath();
  private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";
  private static final List<Part> SERVICES = List.of(Part.INGEST_SERVICE, Part.QUERY_SERVICE);

  private final int ingest = Programs.freePort();
  private final int query = Programs.freePort();
  private final int keycloak = Programs.freePort();
  private final Programs programs = new Programs(FOLDER);
  private final LocalStack stack = Archive.stack();
  private final Compose compose;

  /** Starts the services; Keycloak, which they do not wait for, is away until it is started. */
  ComposedArchive() {
    compose =
        Compose.read(
            Map.of(
                "DEFTER_POSTGRES_PASSWORD", stack.postgresPassword(),
                "DEFTER_KEYCLOAK_ADMIN_PASSWORD", UUID.randomUUID().toString(),
                "DEFTER_CLIENT_SECRET", UUID.randomUUID().toString(),
                "DEFTER_KEYCLOAK_PORT", Integer.toString(keycloak),
                "DEFTER_PORT", Integer.toString(query)),
            here());
    SERVICES.forEach(stack::stop);
    try {
      start("ingest-service", ingest);
      start("query-service", query);
      programs.await("ingest-service", ingestUri().resolve("/actuator/health/readiness"));
      programs.await("query-service", publicUri().resolve("/actuator/health/readiness"));
    } catch (RuntimeException | Error failed) {
      close();
      throw failed;
    }
  }

  private Map<String, String> here() {
    Map<String, String> here = new LinkedHashMap<>();
    here.put(
        "postgresql:5432", URI.create(stack.jdbcUrl().substring("jdbc:".length())).getAuthority());
    here.put("kafka:9092", stack.kafkaBootstrapServers());
    here.put("elasticsearch:9200", stack.elasticsearchUri().getAuthority());
    here.put("ingest-service:8080", "127.0.0.1:" + ingest);
    here.put("keycloak:8080", "127.0.0.1:" + keycloak);
    here.put("/var/lib/defter-log", stack.dataDirectory().resolve("log").toString());
    here.put("/var/lib/defter", FOLDER.resolve("batches").toString());
    return here;
  }

  private void start(String service, int port) {
    Map<String, String> settings = new HashMap<>(compose.environment(service));
    settings.put("SERVER_PORT", Integer.toString(port));
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    programs.start(
        service,
        settings,
        List.of(
            Programs.java().toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            QUICK_TO_START,
            "-jar",
            Compose.PROJECT.resolve(service + "/target/" + service + ".jar").toString()));
  }

  void startKeycloak() {
    Path home = distribution();
    try {
      Path realms = Files.createDirectories(home.resolve("data/import"));
      Files.copy(
          Compose.PROJECT.resolve("docker/keycloak/defter-realm.json"),
          realms.resolve("defter-realm.json"),
          StandardCopyOption.REPLACE_EXISTING);
      // The realm is imported where there is none.
      for (String database : List.of("keycloakdb.mv.db", "keycloakdb.trace.db")) {
        Files.deleteIfExists(home.resolve("data/h2").resolve(database));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Map<String, String> settings = new HashMap<>(keycloakSettings());
    settings.put("KC_HTTP_PORT", Integer.toString(keycloak));
    settings.put("KC_HTTP_HOST", "127.0.0.1");
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put("JAVA_OPTS_APPEND", QUICK_TO_START);
    programs.start(
        "keycloak",
        settings,
        List.of(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm"));
    programs.await("keycloak", keycloakUri().resolve("/realms/defter"));
  }

  private static Path distribution() {
    try (Stream<Path> found = Files.list(DISTRIBUTIONS)) {
      List<Path> all = found.filter(path -> path.resolve("bin/kc.sh").toFile().exists()).toList();
      assertThat(all).as("the one Keycloak in %s", DISTRIBUTIONS).hasSize(1);
      return all.getFirst();
    } catch (IOException missing) {
      throw new UncheckedIOException("Maven unpacks Keycloak before the tests", missing);
    }
  }

  Compose compose() {
    return compose;
  }

  /** The version of the Keycloak that runs. */
  static String keycloakVersion() {
    String name = distribution().getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1);
  }

  Map<String, String> keycloakSettings() {
    return compose.environment("keycloak");
  }

  URI publicUri() {
    return URI.create("http://localhost:" + query);
  }

  URI ingestUri() {
    return URI.create("http://127.0.0.1:" + ingest);
  }

  /** As the services reach it; browsers do by {@code localhost}. */
  URI keycloakUri() {
    return URI.create("http://127.0.0.1:" + keycloak);
  }

  @Override
  public void close() {
    programs.close();
    stack.up(SERVICES);
  }
}
