package org.defter.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.core.event.EventType;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The indexes refuse fields they do not know: an unmapped one would stop every partition. */
class MappingTest {

  @ParameterizedTest
  @EnumSource
  void mapsEveryFieldThatIsWritten(EventType type) throws IOException {
    for (Change change : Projector.project(Samples.published(2, Samples.event(type)))) {
      JsonNode written = DocumentJson.mapper().valueToTree(change.body());

      assertThat(unmapped("", written, mappings(change.index())))
          .as(change.index().alias())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWrote(EventType type) {
    for (Change change : Projector.project(Samples.published(1, Samples.event(type)))) {
      String json = DocumentJson.mapper().writeValueAsString(change.body());

      assertThat((Object) DocumentJson.mapper().readValue(json, change.body().getClass()))
          .isEqualTo(change.body());
    }
  }

  private static JsonNode mappings(Index index) throws IOException {
    String file = "/elasticsearch/" + index.alias() + ".json";
    try (InputStream json = MappingTest.class.getResourceAsStream(file)) {
      JsonNode mappings =
          DocumentJson.mapper()
              .readTree(Objects.requireNonNull(json))
              .required("template")
              .required("mappings");
      assertThat(mappings.required("dynamic").asString()).isEqualTo("strict");
      return mappings;
    }
  }

  private static List<String> unmapped(String path, JsonNode written, JsonNode mapping) {
    List<String> unmapped = new ArrayList<>();
    if (written.isArray()) {
      written.forEach(item -> unmapped.addAll(unmapped(path, item, mapping)));
    } else if (written.isObject() && isOpened(mapping)) {
      for (Map.Entry<String, JsonNode> field : written.properties()) {
        String name = path + "." + field.getKey();
        JsonNode known = mapping.required("properties").path(field.getKey());
        unmapped.addAll(
            known.isMissingNode() ? List.of(name) : unmapped(name, field.getValue(), known));
      }
    }
    return unmapped;
  }

  /** Ranges, points and what is only stored take objects without naming their fields. */
  private static boolean isOpened(JsonNode mapping) {
    String type = mapping.path("type").asString("object");
    return type.equals("object") && mapping.path("enabled").asBoolean(true);
  }
}
