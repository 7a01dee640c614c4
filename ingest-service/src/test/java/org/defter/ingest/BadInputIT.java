package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.request;
import static org.defter.ingest.Running.send;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.defter.ingest.Running.Answer;
import org.defter.ingest.store.StoredEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a request, the answer is a 4xx that names the field, and nothing is
 * stored.
 */
class BadInputIT {

  private static final String ANYONE =
      "{\"id\":\"anyone\",\"names\":[{\"text\":\"Anyone\",\"language\":\"en\"}]}";

  @BeforeAll
  static void holdsASubjectPropertiesAndASource() {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"bad\",\"names\":[{\"text\":\"B\",\"language\":\"en\"}]}");
    send(
        "PUT",
        "/api/v1/properties/bad-text",
        "{\"labels\":[{\"text\":\"t\",\"language\":\"en\"}],\"datatype\":\"text\"}");
    send(
        "POST",
        "/api/v1/sources",
        "{\"id\":\"bad\",\"title\":\"T\",\"transcription\":{\"language\":\"en\","
            + "\"text\":\"one two two\"}}");
  }

  private static final String VALUE =
      "\"value\":{\"type\":\"text\",\"text\":\"v\",\"language\":\"en\"}";
  private static final String CITED =
      "\"citations\":[{\"source\":\"bad\",\"quote\":{\"exact\":\"one\"}}]";

  private static String fact(String... parts) {
    return "{" + String.join(",", parts) + "}";
  }

  static Stream<Arguments> badFacts() {
    String subject = "\"subject\":\"bad\"";
    String property = "\"property\":\"bad-text\"";
    return Stream.of(
        bad("malformed JSON", "{\"subject\":\"bad\",", 400, "malformed-request", "subject"),
        bad("no JSON at all", "hello", 400, "malformed-request", "body"),
        bad("a list", "[]", 400, "invalid-value", "body"),
        bad("an empty body", "", 400, "malformed-request", "body"),
        bad("no subject", fact(property, VALUE, CITED), 400, "invalid-value", "subject"),
        bad(
            "a null subject",
            fact("\"subject\":null", property, VALUE, CITED),
            400,
            "invalid-value",
            "subject"),
        bad(
            "an unknown subject",
            fact("\"subject\":\"nobody\"", property, VALUE, CITED),
            422,
            "unknown-reference",
            "subject"),
        bad(
            "an unknown property",
            fact(subject, "\"property\":\"nothing\"", VALUE, CITED),
            422,
            "unknown-reference",
            "property"),
        bad(
            "an unknown field",
            fact(subject, property, VALUE, CITED, "\"colour\":1"),
            400,
            "invalid-value",
            "colour"),
        bad(
            "a value of another type",
            fact(subject, property, "\"value\":{\"type\":\"quantity\",\"amount\":\"5\"}", CITED),
            422,
            "wrong-datatype",
            "value"),
        bad(
            "a value of no type",
            fact(subject, property, "\"value\":{\"type\":\"colour\"}", CITED),
            400,
            "invalid-value",
            "value"),
        bad(
            "a day that is not there",
            fact(subject, property, VALUE, CITED, "\"valid\":\"2006-02-30\""),
            400,
            "invalid-value",
            "valid"),
        bad(
            "a month that is not there",
            fact(subject, property, VALUE, CITED, "\"valid\":\"1991-13\""),
            400,
            "invalid-value",
            "valid"),
        bad(
            "a quote that is not there",
            fact(
                subject,
                property,
                VALUE,
                "\"citations\":[{\"source\":\"bad\",\"quote\":{\"exact\":\"three\"}}]"),
            422,
            "quote-not-found",
            "citations[0].quote"),
        bad(
            "a quote that is there twice",
            fact(
                subject,
                property,
                VALUE,
                "\"citations\":[{\"source\":\"bad\",\"quote\":{\"exact\":\"two\"}}]"),
            422,
            "quote-ambiguous",
            "citations[0].quote"),
        bad(
            "a source that is not there",
            fact(
                subject,
                property,
                VALUE,
                "\"citations\":[{\"source\":\"none\",\"quote\":{\"exact\":\"one\"}}]"),
            422,
            "unknown-reference",
            "citations[0].source"),
        bad("no citation", fact(subject, property, VALUE), 422, "uncited", "citations"),
        bad(
            "an id with a slash",
            fact("\"id\":\"a/b\"", subject, property, VALUE, CITED),
            400,
            "invalid-value",
            "id"),
        bad(
            "a control character",
            fact(
                subject,
                property,
                "\"value\":{\"type\":\"text\",\"text\":\"a\\u0007b\",\"language\":\"en\"}",
                CITED),
            400,
            "invalid-value",
            "value.text"),
        bad(
            "half a character",
            fact(
                subject,
                property,
                "\"value\":{\"type\":\"text\",\"text\":\"a\\ud800b\",\"language\":\"en\"}",
                CITED),
            400,
            "invalid-value",
            "value.text"),
        bad(
            "a language that is none",
            fact(
                subject,
                property,
                "\"value\":{\"type\":\"text\",\"text\":\"v\",\"language\":\"russian language\"}",
                CITED),
            400,
            "invalid-value",
            "value.language"));
  }

  private static Arguments bad(String what, String body, int status, String type, String field) {
    return Arguments.of(what, body, status, type, field);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFacts")
  void isRefusedByFieldAndStoresNothing(
      String what, String body, int status, String type, String field) {
    long before = stored();

    Answer answer = send("POST", "/api/v1/facts", body);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type1 -> assertThat(type1).startsWith("application/problem+json"));
    assertThat(answer.text("type")).isEqualTo("/problems/" + type);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.text("detail")).isNotBlank().doesNotContain("org.defter", "tools.jackson");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void invalidUtf8NamesTheFieldItStandsIn() {
    byte[] body =
        "{\"subject\":\"bad\",\"property\":\"bad-text\",\"value\":{\"type\":\"text\",\"text\":\"a?b\"}}"
            .getBytes(StandardCharsets.UTF_8);
    body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
    long before = stored();

    Answer answer =
        send(
            request("/api/v1/facts", "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("/problems/malformed-request");
    assertThat(answer.text("field")).isEqualTo("value.text");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aBodyOf20MegabytesIsTooLarge() {
    String body = "{\"subject\":\"" + "x".repeat(20 * 1024 * 1024) + "\"}";
    Answer known = send("POST", "/api/v1/facts", body);
    assertThat(known.status()).isEqualTo(413);
    assertThat(known.text("type")).isEqualTo("/problems/too-large");
    assertThat(known.text("field")).isEqualTo("body");
  }

  @Test
  void anIdWithAnEncodedSlashIsNoId() {
    Answer answer =
        send(
            "POST",
            "/api/v1/facts/a%2Fb/retract",
            "{\"reason\":{\"type\":\"policy\"}}",
            "If-Match",
            "\"1\"");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("id");
  }

  @Test
  void aWrongVersionIsRefusedWithTheCurrentOne() {
    send(
        "POST",
        "/api/v1/facts",
        fact("\"id\":\"stale\"", "\"subject\":\"bad\"", "\"property\":\"bad-text\"", VALUE, CITED));
    String why = "{\"reason\":{\"type\":\"policy\"}}";
    long before = stored();

    Answer stale = send("POST", "/api/v1/facts/stale/retract", why, "If-Match", "\"7\"");
    Answer none = send("POST", "/api/v1/facts/stale/retract", why);
    Answer nonsense = send("POST", "/api/v1/facts/stale/retract", why, "If-Match", "latest");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("field")).isEqualTo("If-Match");
    assertThat(stale.json().path("currentVersion").asLong()).isEqualTo(1);
    assertThat(none.status()).isEqualTo(428);
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(nonsense.text("field")).isEqualTo("If-Match");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aCommandWithoutAnAuthorIsRefused() {
    Answer answer =
        send(
            HttpRequest.newBuilder(request("/api/v1/facts").build().uri())
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        fact("\"subject\":\"bad\"", "\"property\":\"bad-text\"", VALUE, CITED)))
                .build());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("type")).isEqualTo("/problems/not-signed-in");
    assertThat(answer.text("detail")).contains("Authorization: Bearer TOKEN");
    assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer no-token", "Basic YW5uOmFubg==", "Bearer ", "Bearer a b"})
  void anAuthorWhomTheArchiveDoesNotBelieveIsRefused(String authorization) {
    Answer answer = send("POST", "/api/v1/facts", "{}", "Authorization", authorization);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("type")).isEqualTo("/problems/not-signed-in");
  }

  @Test
  void anAuthorWhoClaimsToBeSomebodyElseIsRefused() {
    Answer answer = send("POST", "/api/v1/subjects", ANYONE, "Defter-Actor", "bob");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("Defter-Actor");
  }

  @Test
  void aRoleThatTheAuthorDoesNotHaveIsRefused() {
    Answer answer = send("POST", "/api/v1/subjects", ANYONE, "Defter-Actor-Role", "director");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains("archivist, reviewer");
  }

  @Test
  void anotherMediaTypeIsRefusedAsAProblem() {
    Answer answer =
        send(
            request("/api/v1/facts", "Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b"))
                .build());
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text("type")).isEqualTo("/problems/unsupported-media-type");
  }

  private static long stored() {
    return SERVICE.getBean(StoredEvents.class).newestPosition();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                   | en | There is no such thing | there is no fact 'bad-none'
          ru       | ru | Такого здесь нет       | нет факта «bad-none»
          az-AZ    | az | Belə bir şey yoxdur    | “bad-none” faktı yoxdur
          de,ru;q=0.5 | ru | Такого здесь нет    | нет факта «bad-none»
          de,*;q=0.1  | en | There is no such thing | there is no fact 'bad-none'
          """)
  void saysWhatIsWrongInTheLanguageThatIsAskedFor(
      @Nullable String asked, String answered, String title, String detail) {
    Answer refused =
        spoken(
            asked,
            "POST",
            "/api/v1/facts/bad-none/retract",
            "{\"reason\":{\"type\":\"duplicate\"}}");

    assertThat(refused.text("type")).isEqualTo("/problems/not-found");
    assertThat(refused.text("title")).isEqualTo(title);
    assertThat(refused.text("detail")).isEqualTo(detail);
    assertThat(refused.response().headers().firstValue("Content-Language")).hasValue(answered);
    assertThat(refused.response().headers().allValues("Vary")).contains("Accept-Language");
  }

  @Test
  void saysInThatLanguageWhatIsRefusedBeforeAnyoneDecides() {
    Answer unread = spoken("ru", "POST", "/api/v1/subjects", "{\"id\":");
    Answer nowhere = spoken("az", "GET", "/api/v1/nothing-at-all", "");
    Answer unsigned =
        send(
            HttpRequest.newBuilder(request("/api/v1/subjects").build().uri())
                .header("Accept-Language", "ru")
                .POST(BodyPublishers.ofString("{}"))
                .build());

    assertThat(unread.text("title")).isEqualTo("Запрос нельзя прочесть");
    assertThat(unread.text("detail")).startsWith("тело запроса не JSON в UTF-8");
    assertThat(nowhere.text("title")).isEqualTo("Belə bir şey yoxdur");
    assertThat(nowhere.text("detail")).isEqualTo("bu ünvanda heç nə yoxdur");
    assertThat(unsigned.text("title")).isEqualTo("Скажите, кто вы");
    assertThat(unsigned.response().headers().firstValue("Content-Language")).hasValue("ru");
  }

  private static Answer spoken(@Nullable String asked, String method, String path, String body) {
    return asked == null
        ? send(method, path, body, "If-Match", "\"1\"")
        : send(method, path, body, "If-Match", "\"1\"", "Accept-Language", asked);
  }
}
