package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out in a browser. */
class SignInIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = new Chromium(Archive.stack().publicUri());
    try (Client client = new Client(Archive.stack().publicUri())) {
      Lighthouse.register(client);
    }
  }

  @Test
  void comesBackToThePageItLeftAndForgetsThePersonAgain() {
    Page page = chromium.open("/contradictions?property=lamp-height", ColorScheme.LIGHT);
    assertThat(page.context().cookies()).isEmpty();
    page.locator(".visitor a").click();

    fill(page, Archive.person("archivist").name(), "not the password");
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
        .containsText("not a name and password of this archive");
    fill(page, Archive.person("archivist").name(), Archive.person("archivist").password());

    assertThat(page.url()).endsWith("/contradictions?property=lamp-height");
    assertThat(page.locator(".visitor")).containsText("archivist");
    List<Cookie> cookies = page.context().cookies();
    assertThat(cookies).hasSize(1);
    assertThat(cookies.getFirst().httpOnly).isTrue();
    assertThat(cookies.getFirst().sameSite).isEqualTo(SameSiteAttribute.LAX);

    page.locator(".visitor button").click();
    assertThat(page.locator(".visitor a")).isVisible();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void givesTheRightsOfTheRolesAndNoOthers() {
    Page page = chromium.openAs(Archive.person("auditor"), "/log");

    assertThat(page.request().get(address("/api/v1/reads").toString()).status()).isEqualTo(200);
    assertThat(page.request().get(address("/api/v1/batches").toString()).status()).isEqualTo(403);
  }

  @Test
  void doesNothingThatAnotherSiteHasABrowserSend() throws Exception {
    Page page = chromium.openAs(Archive.person("archivist"), "/");
    String session = page.context().cookies().getFirst().value;
    HttpRequest forged =
        HttpRequest.newBuilder(address("/api/v1/subjects"))
            .header("Cookie", "defter-session=" + session)
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"id\": \"forged\", \"names\": [{\"text\": \"F\", \"language\": \"en\"}]}"))
            .build();

    HttpResponse<String> answer = HTTP.send(forged, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems/cross-site");
  }

  @Test
  void guardsThePagesOfProblemsAsAllOthers() throws Exception {
    for (String path : List.of("/", "/facts/there-is-none", "/sign-in/local")) {
      HttpResponse<String> page =
          HTTP.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
      assertThat(page.headers().firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
    }
  }

  @Test
  void tellsProgramsInTheirOwnLanguageThatTheirTokenIsNone() throws Exception {
    for (String path : List.of("/api/v1/facts", "/log/entries?from=0&to=1")) {
      HttpResponse<String> refused =
          HTTP.send(
              HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer x").build(),
              BodyHandlers.ofString());
      assertThat(refused.statusCode()).as(path).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type"))
          .as(path)
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(refused.body()).contains("/problems/not-signed-in");
    }
  }

  @Test
  void letsNobodyTryManyPasswords() throws Exception {
    HttpResponse<String> answer = tried();
    for (int tries = 0; answer.statusCode() != 429; tries++) {
      assertThat(tries).isLessThan(15);
      assertThat(answer.statusCode()).isEqualTo(302);
      answer = tried();
    }
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("wait a little");
  }

  private static HttpResponse<String> tried() throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(address("/sign-in/local"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=guessed&password=guess"))
            .build(),
        BodyHandlers.ofString());
  }

  private static void fill(Page page, String name, String password) {
    page.locator("input[name=username]").fill(name);
    page.locator("input[name=password]").fill(password);
    page.locator("main button[type=submit]").click();
  }

  private static URI address(String path) {
    return Archive.stack().publicUri().resolve(path);
  }
}
