package org.defter.localstack.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.defter.identity.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code defter rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Build an index anew from the log while the old one serves: fill it, prove that it is what the"
          + " signed log says, and put it in use. Readers notice nothing.",
      "The former index is kept, and taken up again by --former. Whatever fails or is killed before"
          + " the end leaves everything as it was."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the new index is in use",
      "1:it is not, and nothing was changed; why is printed",
      "2:nothing could be said: the archive did not answer, or the command line is wrong"
    })
final class RebuildCommand extends StackCommand {
  private static final int FAILED = 1;
  private static final int NOTHING_SAID = 2;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final long SAY_NANOS = Duration.ofSeconds(5).toNanos();
  private static final double SECOND_MILLIS = 1_000.0;

  private final HttpClient http = HttpClient.newHttpClient();

  @Parameters(
      arity = "1..*",
      paramLabel = "INDEX",
      description = "facts, fact-versions, subjects, events and so on; or all.")
  private List<String> indexes = List.of();

  @Option(
      names = "--former",
      description = "Take up again what was in use before the last rebuild, brought up to date.")
  private boolean former;

  @Option(names = "--url", paramLabel = "URL", description = "Another archive than the one here.")
  private @Nullable URI url;

  @Override
  public Integer call() throws InterruptedException {
    URI archive = url == null ? stack().publicUri() : url;
    try {
      String begin =
          "/api/v1/rebuilds?index=%s&former=%s".formatted(String.join(",", indexes), former);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(archive.resolve(begin)).POST(HttpRequest.BodyPublishers.noBody());
      return follow(archive, ask(request));
    } catch (IOException silent) {
      err(String.valueOf(silent.getMessage()));
      return NOTHING_SAID;
    }
  }

  private int follow(URI archive, JsonNode begun) throws IOException, InterruptedException {
    JsonNode now = begun;
    long saidNanos = System.nanoTime();
    String said = "";
    while (!isOver(now)) {
      Thread.sleep(BETWEEN_LOOKS);
      now = ask(HttpRequest.newBuilder(archive.resolve("/api/v1/rebuilds/" + begun.path("id"))));
      boolean another = !now.path("state").asString().equals(said);
      if (another || System.nanoTime() - saidNanos > SAY_NANOS) {
        saidNanos = System.nanoTime();
        said = now.path("state").asString();
        say(
            "%s: %,d of %,d events; %s"
                .formatted(
                    said,
                    now.path("events").asLong(),
                    now.path("of").asLong(),
                    now.path("said").asString()));
      }
    }
    now.path("findings").forEach(finding -> say("DOES NOT HOLD: " + finding.asString()));
    if (now.path("state").asString().equals("failed")) {
      err(now.path("said").asString());
      return FAILED;
    }
    double seconds = seconds(now, "fillingMillis");
    say(
        "filled: %,d events in %.1f s, %,.0f events/s"
            .formatted(
                now.path("events").asLong(),
                seconds,
                now.path("events").asLong() / Math.max(seconds, 0.001)));
    say(
        "proven: %,d documents are what the signed log says, and there are no others (%.1f s)"
            .formatted(now.path("documents").asLong(), seconds(now, "provingMillis")));
    say(
        "in use: %s; nothing was applied for %.0f ms, nothing unread for a moment. The former index is kept: `defter rebuild %s --former` takes it up again"
            .formatted(
                String.join(", ", indexes),
                now.path("pauseMillis").asDouble(),
                String.join(" ", indexes)));
    return ExitCode.OK;
  }

  private static boolean isOver(JsonNode rebuild) {
    return List.of("done", "failed").contains(rebuild.path("state").asString());
  }

  private static double seconds(JsonNode rebuild, String field) {
    return rebuild.path(field).asDouble() / SECOND_MILLIS;
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer =
          http.send(
              request
                  .header(
                      "Authorization",
                      "Bearer " + token(url, System.getProperty("user.name"), Role.ADMINISTRATOR))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException silent) {
      throw new IOException(
          "the archive does not answer: `defter status` says what runs. A rebuild that was broken off changed nothing: begin again",
          silent);
    }
    JsonNode said = JsonMapper.shared().readTree(answer.body());
    if (answer.statusCode() >= 300) {
      throw new IOException(said.path("detail").asString(answer.body()));
    }
    return said;
  }
}
