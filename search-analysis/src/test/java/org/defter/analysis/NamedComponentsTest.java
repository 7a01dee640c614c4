package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The server finds components by a file, which nothing but this test ties to the classes. */
class NamedComponentsTest {
  private final Map<String, Class<?>> annotated = annotatedClasses();

  NamedComponentsTest() throws Exception {}

  @Test
  void listsEveryAnnotatedClassAndNoOther() throws IOException {
    Map<String, Map<String, String>> listed =
        JsonMapper.shared()
            .readValue(
                Files.readString(Path.of("src/main/plugin/named_components.json")),
                new TypeReference<>() {});
    Map<String, String> expected = new TreeMap<>();
    annotated.forEach((name, type) -> expected.put(name, type.getName()));
    assertThat(expected).isNotEmpty();
    assertThat(listed).isEqualTo(Map.of(AnalyzerFactory.class.getName(), expected));
  }

  @Test
  void canMakeEveryComponentByReflection() throws Exception {
    for (Map.Entry<String, Class<?>> component : annotated.entrySet()) {
      Constructor<?> constructor = component.getValue().getConstructor();
      assertThat(Modifier.isPublic(component.getValue().getModifiers())).isTrue();
      AnalyzerFactory factory = (AnalyzerFactory) constructor.newInstance();
      assertThat(factory.name()).isEqualTo(component.getKey()).startsWith("defter_");
      assertThat(factory.create()).isNotNull();
    }
  }

  private static Map<String, Class<?>> annotatedClasses() throws Exception {
    Path classes =
        Path.of(
            Objects.requireNonNull(WordAnalyzer.class.getResource("WordAnalyzer.class")).toURI());
    Map<String, Class<?>> annotated = new TreeMap<>();
    try (Stream<Path> files = Files.list(Objects.requireNonNull(classes.getParent()))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = String.valueOf(file.getFileName()).replace(".class", "");
        Class<?> type = Class.forName("org.defter.analysis." + name);
        NamedComponent component = type.getAnnotation(NamedComponent.class);
        if (component != null) {
          annotated.put(component.value(), type);
        }
      }
    }
    return annotated;
  }
}
