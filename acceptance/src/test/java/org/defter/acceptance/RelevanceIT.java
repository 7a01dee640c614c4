package org.defter.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who types a few words, in Russian, English, Azerbaijani or Arabic, sees the right fact among the
 * first three: over the seed and the bundled collection, whose subjects and properties an archivist
 * has named in these languages.
 *
 * <p>Comes last, because it adds to what the other tests count.
 */
@Order(Integer.MAX_VALUE)
class RelevanceIT {
  private static final int FIRST = 3;

  @AutoClose private static Client client;

  /**
   * A question.
   *
   * @param facts any of which answers it
   */
  private record Question(String language, String words, List<String> facts) {
    static Question of(String line) {
      String[] cells = line.split(";", -1);
      return new Question(cells[0], cells[1], List.of(cells[2].split(" ", -1)));
    }
  }

  @BeforeAll
  static void fillTheArchive() throws Exception {
    SeedImport.once();
    Archive.shell().run("defter demo");
    client = new Client(Archive.stack().publicUri());
    List<String> receipts = new ArrayList<>();
    lines("names.csv").map(RelevanceIT::name).forEach(receipts::add);
    lines("labels.csv").map(RelevanceIT::label).forEach(receipts::add);
    receipts.removeIf(String::isEmpty);
    for (String receipt : receipts) {
      assertThat(client.get("facts?size=0&wait=30&after=" + receipt).status()).isEqualTo(200);
    }
  }

  @Test
  void theRightFactIsAmongTheFirstThree() {
    List<Question> questions = lines("questions.csv").map(Question::of).toList();
    List<String> missed = new ArrayList<>();
    for (Question question : questions) {
      JsonNode answer =
          client.get("search?size=10&q=" + URLEncoder.encode(question.words(), UTF_8)).json();
      List<String> found = Found.ids(answer);
      if (found.stream().limit(FIRST).noneMatch(question.facts()::contains)) {
        missed.add(
            "%s: %s wants %s, found %s of %d"
                .formatted(
                    question.language(),
                    question.words(),
                    question.facts(),
                    found,
                    answer.path("total").asInt()));
      }
    }
    System.out.printf(
        "relevance: %d of %d questions have the right fact among the first %d%n",
        questions.size() - missed.size(), questions.size(), FIRST);
    assertThat(questions).hasSize(40);
    assertThat(missed).isEmpty();
  }

  private static String name(String line) {
    String[] cells = line.split(";", -1);
    Client.Answer answer =
        client.command(
            "subjects/" + cells[0] + "/names",
            """
            {"text": "%s", "language": "%s"}
            """
                .formatted(cells[2], cells[1]));
    return receipt(answer, line);
  }

  private static String label(String line) {
    String[] cells = line.split(";", -1);
    String path = "properties/" + cells[0];
    JsonNode property = client.get(path).json();
    ObjectNode definition = (ObjectNode) property.path("definition");
    ((ArrayNode) definition.path("labels"))
        .addObject()
        .put("text", cells[2])
        .put("language", cells[1]);
    String version = "\"" + property.path("version").asLong() + "\"";
    Client.Answer answer = client.put(path, definition.toString(), "If-Match", version);
    String receipt = receipt(answer, line);
    client.get("facts?size=0&wait=30&after=" + receipt);
    return receipt;
  }

  private static String receipt(Client.Answer answer, String line) {
    assertThat(answer.accepted() || answer.text("type").endsWith("/nothing-changes"))
        .as("%s: %s", line, answer.json())
        .isTrue();
    return answer.accepted() ? answer.text("receipt") : "";
  }

  private static Stream<String> lines(String name) {
    try (InputStream table =
        Objects.requireNonNull(RelevanceIT.class.getResourceAsStream("/relevance/" + name))) {
      return new String(table.readAllBytes(), UTF_8).lines().skip(1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
