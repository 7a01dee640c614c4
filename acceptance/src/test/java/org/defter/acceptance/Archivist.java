package org.defter.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Registers one subject after the other, and remembers which were accepted. */
final class Archivist {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<String> accepted = new ArrayList<>();
  private final Thread thread;
  private volatile boolean working = true;

  private Archivist() {
    thread = Thread.ofPlatform().name("archivist").start(this::work);
  }

  static Archivist atWork() {
    return new Archivist();
  }

  /** The identifiers of the events that were accepted. */
  List<String> stop() throws InterruptedException {
    working = false;
    thread.join();
    return accepted;
  }

  private void work() {
    while (working) {
      try {
        HttpResponse<String> answer =
            http.send(registration(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
          accepted.add(eventId(answer.body()));
        }
        Thread.sleep(20);
      } catch (IOException away) {
        Thread.onSpinWait();
      } catch (InterruptedException stopping) {
        return;
      }
    }
  }

  private static HttpRequest registration() {
    URI address = Archive.stack().ingestUri().resolve("/api/v1/subjects");
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json")
        .header("Defter-Actor", "ann")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"names\":[{\"text\":\"somebody\",\"language\":\"en\"}]}"))
        .build();
  }

  /** A receipt names its event last. */
  private static String eventId(String answer) {
    String receipt = JsonMapper.shared().readTree(answer).path("receipt").asString("");
    String text = new String(Base64.getUrlDecoder().decode(receipt), StandardCharsets.UTF_8);
    return text.substring(text.lastIndexOf(' ') + 1);
  }
}
