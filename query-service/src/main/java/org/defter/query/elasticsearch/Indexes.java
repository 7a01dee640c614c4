package org.defter.query.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.query.DefterProperties;
import org.defter.query.elasticsearch.Targets.Target;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the indexes from the templates in {@code elasticsearch/<index>.json}. */
@Component
public class Indexes {

  private static final List<String> ANALYZERS =
      List.of(
          "defter_ru",
          "defter_en",
          "defter_az",
          "defter_ar",
          "defter_any",
          "defter_name",
          "defter_name_prefix");

  /** In an index's own metadata: see {@link Target#builtTo}. */
  static final String BUILT_TO = "builtTo";

  private final ElasticsearchClient client;
  private final Duration refreshInterval;

  Indexes(ElasticsearchClient client, DefterProperties properties) {
    this.client = client;
    this.refreshInterval = properties.projection().refreshInterval();
  }

  /**
   * Puts the templates, and makes an index for every alias that points nowhere. Harmless to repeat,
   * also by several services at once.
   *
   * @return the indexes that the aliases point at
   * @throws AnalysisPluginMissing when Elasticsearch lacks the analyzers
   * @throws IOException when Elasticsearch cannot be reached
   * @throws ElasticsearchException when it refuses, or is not ready
   */
  public Targets ensure() throws IOException {
    requireAnalyzers();
    for (Index index : Index.values()) {
      putTemplate(index);
      if (!client.indices().existsAlias(alias -> alias.name(index.alias())).value()) {
        String name = index.generation(newest(index) + 1);
        create(name);
        client.indices().putAlias(alias -> alias.index(name).name(index.alias()));
      } else {
        addNewFields(index);
      }
    }
    return current();
  }

  /** The indexes that the aliases point at. */
  public Targets current() throws IOException {
    return targets(currentNames());
  }

  /** Whether these are what the aliases point at: another service may have rebuilt one. */
  public boolean areCurrent(Targets targets) throws IOException {
    Map<Index, String> names = currentNames();
    return targets.indexes().stream()
        .allMatch(index -> targets.name(index).equals(names.get(index)));
  }

  private Map<Index, String> currentNames() throws IOException {
    List<String> aliases = Arrays.stream(Index.values()).map(Index::alias).toList();
    Set<String> all = client.indices().getAlias(get -> get.name(aliases)).aliases().keySet();
    Map<Index, String> names = new EnumMap<>(Index.class);
    for (Index index : Index.values()) {
      List<String> its = all.stream().filter(name -> index.generation(name) > 0).toList();
      if (its.size() != 1) {
        throw new IllegalStateException(
            "the alias '%s' points at %s: let it point at one index, '%s'"
                .formatted(index.alias(), its, index.generation(1)));
      }
      names.put(index, its.getFirst());
    }
    return names;
  }

  /** What is known of indexes of these names. */
  Targets targets(Map<Index, String> names) throws IOException {
    List<String> all = List.copyOf(names.values());
    var settings = client.indices().getSettings(get -> get.index(all)).settings();
    var mappings = client.indices().getMapping(get -> get.index(all)).mappings();
    Map<Index, Target> targets = new EnumMap<>(Index.class);
    names.forEach((index, name) -> {
      var mapping = Objects.requireNonNull(mappings.get(name));
      JsonData builtTo = mapping.mappings().meta().get(BUILT_TO);
      targets.put(index, new Target(name, uuid(settings.get(name)), offsets(builtTo)));
    });
    return new Targets(targets);
  }

  private static Map<Integer, Long> offsets(@Nullable JsonData builtTo) {
    Map<Integer, Long> offsets = new HashMap<>();
    if (builtTo != null) {
      builtTo
          .to(JsonNode.class)
          .properties()
          .forEach(at -> offsets.put(Integer.valueOf(at.getKey()), at.getValue().longValue()));
    }
    return offsets;
  }

  /** The number of the newest generation of an index; 0 when there is none. */
  int newest(Index index) throws IOException {
    return generations(index).stream().mapToInt(index::generation).max().orElse(0);
  }

  /** The names of all generations of an index. */
  Set<String> generations(Index index) throws IOException {
    return client
        .indices()
        .getSettings(get -> get.index(index.alias() + "-*").ignoreUnavailable(true))
        .settings()
        .keySet()
        .stream()
        .filter(name -> index.generation(name) > 0)
        .collect(Collectors.toSet());
  }

  /** Whether every alias is there to be read. */
  public boolean readable() throws IOException {
    List<String> aliases = Arrays.stream(Index.values()).map(Index::alias).toList();
    return client.indices().existsAlias(alias -> alias.name(aliases)).value();
  }

  private void requireAnalyzers() throws IOException {
    for (String analyzer : ANALYZERS) {
      try {
        client.indices().analyze(analyze -> analyze.analyzer(analyzer).text("a"));
      } catch (ElasticsearchException refused) {
        if (refused.status() == 400) {
          throw new AnalysisPluginMissing(analyzer, refused);
        }
        throw refused;
      }
    }
  }

  private void putTemplate(Index index) throws IOException {
    StringReader template = new StringReader(template(index).toString());
    client
        .indices()
        .putIndexTemplate(put -> put.name("defter-" + index.alias()).withJson(template));
  }

  /** An index made by an earlier version takes the fields of this one; a rebuild fills them. */
  private void addNewFields(Index index) throws IOException {
    StringReader mappings =
        new StringReader(template(index).required("template").required("mappings").toString());
    client.indices().putMapping(put -> put.index(index.alias()).withJson(mappings));
  }

  private JsonNode template(Index index) throws IOException {
    String file = "/elasticsearch/" + index.alias() + ".json";
    try (InputStream json = Indexes.class.getResourceAsStream(file)) {
      JsonNode template = DocumentJson.mapper().readTree(Objects.requireNonNull(json, file));
      ObjectNode settings = (ObjectNode) template.required("template").required("settings");
      ((ObjectNode) settings.required("index"))
          .put("refresh_interval", refreshInterval.toMillis() + "ms");
      return template;
    }
  }

  private void create(String name) throws IOException {
    try {
      client.indices().create(create -> create.index(name));
    } catch (ElasticsearchException refused) {
      // Another service, starting at the same time, was faster.
      if (!"resource_already_exists_exception".equals(refused.error().type())) {
        throw refused;
      }
    }
  }

  private static String uuid(@Nullable IndexState state) {
    IndexSettings settings = Objects.requireNonNull(Objects.requireNonNull(state).settings());
    return Objects.requireNonNull(
        settings.index() == null ? settings.uuid() : settings.index().uuid());
  }
}
