package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm of the archive in a Keycloak, as its administrator sees it. */
final class KeycloakRealm implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REALM = "/admin/realms/defter";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> settings;

  /**
   * @param settings of Keycloak, which name its first administrator
   */
  KeycloakRealm(URI server, Map<String, String> settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Its administrator's token, which ends within a minute. */
  private String administrator() {
    return token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                String.valueOf(settings.get("KC_BOOTSTRAP_ADMIN_USERNAME")),
                "password",
                String.valueOf(settings.get("KC_BOOTSTRAP_ADMIN_PASSWORD"))))
        .required("access_token")
        .asString();
  }

  /** Makes somebody who can sign in. */
  void person(String name, String password, String role) {
    String address =
        create(
            "/users",
            """
            {"username": "%s", "enabled": true, "firstName": "Ann", "lastName": "Berg %s",
             "email": "%s@archive.example",
             "credentials": [{"type": "password", "value": "%s"}]}
            """
                .formatted(name, role, name, password));
    give(address.substring(address.lastIndexOf('/') + 1), role);
  }

  /** Makes a program of an institution, as the documentation says, and answers its secret. */
  String program(String name, String role) {
    ObjectNode client = JSON.createObjectNode();
    client.put("clientId", name).put("serviceAccountsEnabled", true);
    client.put("standardFlowEnabled", false).put("publicClient", false);
    client.set("protocolMappers", client("defter").required("protocolMappers"));
    client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
    create("/clients", client.toString());
    String id = client(name).required("id").asString();
    give(
        admin("GET", "/clients/" + id + "/service-account-user", "").required("id").asString(),
        role);
    return admin("GET", "/clients/" + id + "/client-secret", "").required("value").asString();
  }

  /**
   * Has the realm sign with a key from now on.
   *
   * @param key PKCS#8, in Base64
   */
  void signWith(String key) {
    create(
        "/components",
        """
        {"name": "next", "providerId": "rsa", "providerType": "org.keycloak.keys.KeyProvider",
         "config": {"privateKey": ["%s"], "algorithm": ["RS256"], "priority": ["200"],
           "enabled": ["true"], "active": ["true"]}}
        """
            .formatted(key));
  }

  private void give(String user, String role) {
    String client = client("defter").required("id").asString();
    JsonNode found = admin("GET", "/clients/" + client + "/roles/" + role, "");
    admin("POST", "/users/" + user + "/role-mappings/clients/" + client, "[" + found + "]");
  }

  private JsonNode client(String name) {
    return admin("GET", "/clients?clientId=" + name, "").required(0);
  }

  private String create(String path, String body) {
    HttpResponse<String> answer = send("POST", path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private JsonNode admin(String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(path + answer.body()).isIn(200, 204);
    return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(server.resolve(REALM + path))
            .header("Authorization", "Bearer " + administrator())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** What the realm answers to somebody who asks for a token. */
  JsonNode token(Map<String, String> form) {
    return token("defter", form);
  }

  private JsonNode token(String realm, Map<String, String> form) {
    return post("/realms/" + realm + "/protocol/openid-connect/token", form);
  }

  /** Posts a form to Keycloak. */
  JsonNode post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return JSON.readTree(
        send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)))
            .body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
