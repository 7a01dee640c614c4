package org.defter.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.defter.identity.LocalIdentity;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on the module's real stack, started once for all tests. */
final class Running {

  static final LocalStack STACK = LocalStack.forTests(Part.POSTGRESQL, Part.KAFKA);
  static final LocalIdentity IDENTITY =
      LocalIdentity.in(Path.of("target", "identity"), "http://tests.invalid");
  static final ConfigurableApplicationContext SERVICE = start();

  private static final String ANN = as("ann", "archivist", "reviewer", "administrator");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private Running() {}

  /**
   * Starts a node.
   *
   * @param settings of its own, each {@code --name=value}
   */
  static ConfigurableApplicationContext start(String... settings) {
    SpringApplication application = new SpringApplication(IngestService.class);
    // The stack's own shutdown hook would race with Spring's.
    application.setRegisterShutdownHook(false);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--defter.batches.directory=target/batches",
                "--defter.log.key-file=target/stack/log/key",
                "--spring.datasource.url=" + STACK.jdbcUrl(),
                "--spring.datasource.username=" + STACK.postgresUser(),
                "--spring.datasource.password=" + STACK.postgresPassword(),
                "--defter.kafka.bootstrap-servers=" + STACK.kafkaBootstrapServers()));
    arguments.addAll(List.of(settings));
    return application.run(arguments.toArray(String[]::new));
  }

  /** An answer: its status, headers and JSON. */
  record Answer(int status, HttpResponse<String> response) {
    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String text(String field) {
      return json().path(field).asString("");
    }
  }

  static Answer send(String method, String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  static Answer get(String path) {
    return send(request(path).GET().build());
  }

  /**
   * A request of Ann's, who may do anything; or of whoever a header {@code Authorization} says, see
   * {@link #as}.
   */
  static HttpRequest.Builder request(String path, String... headers) {
    String port = SERVICE.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", ANN);
    for (int at = 0; at < headers.length; at += 2) {
      if (headers[at].equals("Authorization")) {
        request.setHeader(headers[at], headers[at + 1]);
      } else {
        request.header(headers[at], headers[at + 1]);
      }
    }
    return request;
  }

  /** The value of a header {@code Authorization}. */
  static String as(String person, String... roles) {
    return "Bearer " + IDENTITY.token(person, List.of(roles));
  }

  static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
