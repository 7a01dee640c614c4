package org.defter.localstack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to an archive, and prints each as a line for a shell with what was answered. */
final class Transcript {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String archive;
  private final PrintWriter out;
  private final UnaryOperator<String> tokens;

  /**
   * @param tokens the token of each actor
   */
  Transcript(URI archive, PrintWriter out, UnaryOperator<String> tokens) {
    this.tokens = tokens;
    this.archive = archive.toString().replaceAll("/$", "");
    this.out = out;
  }

  /** What was answered; what is not JSON is null. */
  record Answer(int status, JsonNode json) {
    String text(String pointer) {
      return json.at(pointer).asString("");
    }
  }

  /**
   * A command.
   *
   * @param actor who sends it
   * @param version the version it is for; null where none is named
   */
  record Sent(String actor, String path, @Nullable Long version, String body) {}

  /** Prints what happens next, for people. */
  void say(String sentence) {
    out.printf("%n%s%n", sentence);
    out.flush();
  }

  /**
   * Reads.
   *
   * @param shown JSON pointers of the parts of the answer to print
   */
  Answer read(String path, List<String> shown) throws IOException, InterruptedException {
    out.printf("  $ curl '%s%s'%n", archive, path);
    return answered(HttpRequest.newBuilder(URI.create(archive + path)), shown);
  }

  /** Sends a command and prints those parts of the answer. */
  Answer send(Sent command, List<String> shown) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(archive + command.path()))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + tokens.apply(command.actor()))
            .POST(BodyPublishers.ofString(command.body()));
    String precondition = "";
    if (command.version() != null) {
      String etag = "\"" + command.version() + "\"";
      request.header("If-Match", etag);
      precondition = " -H 'If-Match: " + etag + "'";
    }
    out.printf(
        "  $ curl '%s%s' -H \"Authorization: Bearer $%s\"%s \\%n      --json '%s'%n",
        archive,
        command.path(),
        command.actor().toUpperCase(Locale.ROOT),
        precondition,
        command.body());
    return answered(request, shown);
  }

  private Answer answered(HttpRequest.Builder request, List<String> shown)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    Answer answer = new Answer(response.statusCode(), JSON.readTree(response.body()));
    out.printf("  %d%n", answer.status());
    for (String pointer : shown) {
      JsonNode part = answer.json().at(pointer);
      if (!part.isMissingNode()) {
        out.printf("    %s: %s%n", pointer.substring(1).replace('/', '.'), part);
      }
    }
    out.flush();
    return answer;
  }
}
