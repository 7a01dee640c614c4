package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.id.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/events.md tells the world is what the code does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventCatalogueTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^### `(archive\\.[^`]+)`$");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");
  private static final Pattern FIELD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private String page = "";
  private final Map<String, String> sections = new LinkedHashMap<>();

  @BeforeAll
  void readThePage() throws IOException {
    page = Files.readString(Path.of("..", "docs", "events.md"));
    Matcher heading = HEADING.matcher(page);
    List<Integer> starts = heading.results().map(found -> found.start()).toList();
    for (int at = 0; at < starts.size(); at++) {
      int end = at + 1 < starts.size() ? starts.get(at + 1) : page.length();
      String section = page.substring(starts.get(at), end);
      sections.put(section.substring(5, section.indexOf('`', 5)), section);
    }
  }

  @Test
  void namesEveryKindOfEventOnceAndNoOther() {
    assertThat(HEADING.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values()).map(EventType::typeName).toList());
  }

  @ParameterizedTest
  @EnumSource
  void showsTheApprovedJson(EventType type) {
    assertThat(EXAMPLE.matcher(section(type)).results().map(found -> found.group(1)))
        .containsExactly(ApprovedEventsTest.approved(type));
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryField(EventType type) {
    assertThat(FIELD.matcher(section(type)).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(type.eventClass().getRecordComponents())
                .map(component -> component.getName())
                .toList());
  }

  @Test
  void explainsEveryAttributeOfTheEnvelope() {
    Actor actor = new Actor("a", "A", "archivist");
    RecordedEvent recorded =
        new RecordedEvent(
            "e",
            1,
            Instant.EPOCH,
            new Origin(actor, actor, "c", "c", "c"),
            EventSamples.of(EventType.FACT_RECORDED));
    String envelope = page.substring(page.indexOf("## The envelope"), page.indexOf("## The parts"));

    assertThat(CloudEventAttributes.of(recorded, 1).keySet())
        .allSatisfy(name -> assertThat(envelope).contains('`' + name + '`'));
    assertThat(envelope).contains("| `urn:defter:archive` |");
  }

  private String section(EventType type) {
    assertThat(sections).containsKey(type.typeName());
    return sections.getOrDefault(type.typeName(), "");
  }
}
