package org.defter.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One GET to a server of the stack, for its JSON. */
final class HttpProbe {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int TIMEOUT_MILLIS = 3_000;

  private HttpProbe() {}

  /** The body of a 200 answer; empty for any other answer or none. */
  static Optional<JsonNode> get(String uri) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(uri).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestProperty("Accept", "application/json");
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return Optional.empty();
      }
      try (var body = connection.getInputStream()) {
        return Optional.of(
            MAPPER.readTree(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException | JacksonException notServing) {
      return Optional.empty();
    }
  }
}
