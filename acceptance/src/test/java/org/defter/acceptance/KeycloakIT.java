package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.defter.identity.LocalIdentity;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive with the provider of docker-compose.yml: its realm, its settings, its version. */
class KeycloakIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = UUID.randomUUID().toString();
  @AutoClose private static ComposedArchive archive;
  @AutoClose private static KeycloakRealm realm;
  @AutoClose private static Chromium chromium;
  private static String secret;

  /** In the name of the realm, and with a key that it does not have. */
  private static String foreign;

  private static final List<HttpResponse<String>> withoutKeycloak = new ArrayList<>();

  @BeforeAll
  static void startBothAndGivePeopleRoles(@TempDir Path elsewhere) throws Exception {
    archive = new ComposedArchive();
    foreign =
        LocalIdentity.in(
                elsewhere,
                archive
                    .compose()
                    .environment("query-service")
                    .getOrDefault("DEFTER_SIGN_IN_ISSUER", ""))
            .token("mallory", List.of("archivist"));
    for (URI service : List.of(archive.publicUri(), archive.ingestUri())) {
      withoutKeycloak.add(batches(service, foreign));
    }
    archive.startKeycloak();
    realm = new KeycloakRealm(archive.keycloakUri(), archive.keycloakSettings());
    for (String role : List.of("researcher", "archivist", "reviewer")) {
      realm.person("kc-" + role, PASSWORD, role);
    }
    secret = realm.program("kc-program", "archivist");
    chromium = new Chromium(archive.publicUri());
  }

  @Test
  void isNoFaultOfTheArchiveWhenItIsAway() {
    assertThat(withoutKeycloak)
        .hasSize(2)
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
          assertThat(answer.body()).contains("/problems/unavailable", "sign-in provider");
        });
  }

  @Test
  void isTheVersionThatDockerComposeNames() {
    assertThat(archive.compose().image("keycloak"))
        .isEqualTo("quay.io/keycloak/keycloak:" + ComposedArchive.keycloakVersion());
  }

  @Test
  void signsInWhereItLeftAndOutOfBoth() {
    Page page = signedIn("kc-archivist", "/contradictions?property=lamp-height");

    assertThat(page.url()).endsWith("/contradictions?property=lamp-height");
    assertThat(page.locator(".visitor")).containsText("Ann Berg archivist");

    page.locator(".visitor button").click();
    assertThat(page.locator(".visitor a")).isVisible();
    assertThat(page.url()).isEqualTo(archive.publicUri() + "/");
    // Whoever sits down at this machine next is asked who they are.
    page.locator(".visitor a").click();
    assertThat(page.locator("#password")).isVisible();
  }

  @Test
  void givesTheRightsOfTheRolesThatItsAdministratorGave() {
    Page archivist = signedIn("kc-archivist", "/");
    APIResponse recorded = post(archivist, "/api/v1/subjects", SUBJECT.formatted("kc-recorded"));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    String receipt = JsonMapper.shared().readTree(recorded.text()).path("receipt").asString();
    String changes = "/api/v1/changes?of=subject/kc-recorded&wait=30&after=" + receipt;
    assertThat(archivist.request().get(archive.publicUri() + changes).text())
        .contains("\"name\":\"Ann Berg archivist\"", "\"role\":\"archivist\"");
    assertThat(post(archivist, ACCEPT, "{}").status()).isEqualTo(403);

    assertThat(post(signedIn("kc-reviewer", "/"), ACCEPT, "{}").status()).isNotIn(401, 403);
    assertThat(
            post(signedIn("kc-researcher", "/"), "/api/v1/subjects", SUBJECT.formatted("kc-none"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void believesTokensOfProgramsInBothServices() throws Exception {
    for (URI service : List.of(archive.publicUri(), archive.ingestUri())) {
      awaitBelief(service, token());
    }
  }

  @Test
  void refusesTokensOfOthersInClearWordsHoweverOftenTheyCome() throws Exception {
    for (URI service : List.of(archive.publicUri(), archive.ingestUri())) {
      for (int time = 0; time < 4; time++) {
        assertRefused(batches(service, foreign));
      }
      awaitBelief(service, token());
    }
  }

  @Test
  void followsTheRealmToItsNextKeyAndRefusesWhatHasEnded() throws Exception {
    RealmKey key = new RealmKey();
    String before = token();
    key.addTo(realm);
    String after = token();

    assertThat(RealmKey.header(after)).isNotEqualTo(RealmKey.header(before));
    for (URI service : List.of(archive.publicUri(), archive.ingestUri())) {
      awaitBelief(service, after);
      assertThat(batches(service, before).statusCode()).as("%s", service).isEqualTo(200);
      assertThat(batches(service, key.signed(after, Map.of())).statusCode()).isEqualTo(200);
      assertRefused(batches(service, key.signed(after, Map.of("exp", 1_700_000_000))));
      assertRefused(
          batches(service, key.signed(after, Map.of("iss", "https://elsewhere.example"))));
      assertRefused(batches(service, key.signed(after, Map.of("aud", "another"))));
    }
  }

  @Test
  void givesATokenToTheCommandLineOfWhoeverSaysSoInABrowser() throws Exception {
    JsonNode asked =
        realm.post(
            "/realms/defter/protocol/openid-connect/auth/device",
            Map.of("client_id", "defter-command", "scope", "openid"));
    Page page = chromium.open("/", ColorScheme.LIGHT);
    page.navigate(asked.required("verification_uri_complete").asString());
    fill(page, "kc-archivist");
    page.locator("[name=accept]").click();
    assertThat(page.locator("#kc-page-title")).containsText("Success");

    String token =
        realm
            .token(
                Map.of(
                    "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                    "client_id", "defter-command",
                    "device_code", asked.required("device_code").asString()))
            .required("access_token")
            .asString();

    for (URI service : List.of(archive.publicUri(), archive.ingestUri())) {
      awaitBelief(service, token);
    }
  }

  private static final String SUBJECT =
      "{\"id\": \"%s\", \"names\": [{\"text\": \"A subject\", \"language\": \"en\"}]}";
  private static final String ACCEPT = "/api/v1/corrections/there-is-none/accept";

  private static Page signedIn(String name, String path) {
    Page page = chromium.open(path, ColorScheme.LIGHT);
    page.locator(".visitor a").click();
    fill(page, name);
    assertThat(page.locator(".visitor button")).isVisible();
    return page;
  }

  private static void fill(Page page, String name) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.locator("#kc-login").click();
  }

  /** A new key is believed once the service reads the keys again, which it does not do at will. */
  private static void awaitBelief(URI service, String token) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    HttpResponse<String> answer = batches(service, token);
    while (answer.statusCode() != 200 && System.nanoTime() < deadline) {
      assertRefused(answer);
      Thread.sleep(250);
      answer = batches(service, token);
    }
    assertThat(answer.statusCode()).as("%s", service).isEqualTo(200);
  }

  private static APIResponse post(Page page, String path, String body) {
    return page.request()
        .post(
            archive.publicUri() + path,
            RequestOptions.create().setHeader("Content-Type", "application/json").setData(body));
  }

  private static String token() {
    return realm
        .token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "kc-program",
                "client_secret", secret))
        .required("access_token")
        .asString();
  }

  private static HttpResponse<String> batches(URI service, String token) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(service.resolve("/api/v1/batches"))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.body()).contains("/problems/not-signed-in", "get a new one");
  }
}
