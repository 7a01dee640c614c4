package org.defter.query.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.defter.query.DefterProperties;
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

  private final ElasticsearchClient client;
  private final Duration refreshInterval;

  Indexes(ElasticsearchClient client, DefterProperties properties) {
    this.client = client;
    this.refreshInterval = properties.projection().refreshInterval();
  }

  /**
   * Puts the templates, makes the indexes of a generation that are not there, and points those
   * aliases at it that point nowhere. Harmless to repeat, also by several services at once.
   *
   * @param generation the end of the indexes' names
   * @return which indexes these are: another text when any of them was made anew
   * @throws AnalysisPluginMissing when Elasticsearch lacks the analyzers
   * @throws IOException when Elasticsearch cannot be reached
   * @throws ElasticsearchException when it refuses, or is not ready
   */
  public String ensure(String generation) throws IOException {
    requireAnalyzers();
    for (Index index : Index.values()) {
      putTemplate(index);
      String name = index.generation(generation);
      if (!client.indices().exists(exists -> exists.index(name)).value()) {
        create(name);
      }
      if (!client.indices().existsAlias(alias -> alias.name(index.alias())).value()) {
        client.indices().putAlias(alias -> alias.index(name).name(index.alias()));
      }
    }
    return identity(generation);
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

  private String identity(String generation) throws IOException {
    List<String> names =
        Arrays.stream(Index.values()).map(index -> index.generation(generation)).toList();
    Map<String, IndexState> states =
        client.indices().getSettings(get -> get.index(names)).settings();
    return names.stream().map(states::get).map(Indexes::uuid).collect(Collectors.joining(" "));
  }

  private static String uuid(@Nullable IndexState state) {
    IndexSettings settings = Objects.requireNonNull(Objects.requireNonNull(state).settings());
    return Objects.requireNonNull(
        settings.index() == null ? settings.uuid() : settings.index().uuid());
  }
}
