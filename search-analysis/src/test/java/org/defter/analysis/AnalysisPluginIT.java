package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plugin's archive, as it is shipped, in the real server. */
class AnalysisPluginIT {
  private static final String MAPPING =
      """
      {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
       "mappings": {"properties": {
        "ru": {"type": "text", "analyzer": "defter_ru"},
        "en": {"type": "text", "analyzer": "defter_en"},
        "az": {"type": "text", "analyzer": "defter_az"},
        "ar": {"type": "text", "analyzer": "defter_ar"},
        "any": {"type": "text", "analyzer": "defter_any"},
        "name": {"type": "text", "analyzer": "defter_name", "fields": {
          "prefix": {"type": "text", "analyzer": "defter_name_prefix",
                     "search_analyzer": "defter_name"},
          "sound": {"type": "text", "analyzer": "defter_name_sound"},
          "soundPrefix": {"type": "text", "analyzer": "defter_name_sound_prefix",
                          "search_analyzer": "defter_name_sound"}}}}}}
      """;

  private static ElasticsearchNode node;

  @BeforeAll
  static void indexADocumentPerLanguage() throws Exception {
    node =
        ElasticsearchNode.start(
            Path.of(System.getProperty("elasticsearch.home")),
            Path.of(System.getProperty("plugin.archive")));
    node.call("PUT", "/words", MAPPING);
    index("ru", "ru", "Приняты резолюции в пользу Мехрибан Алиевой");
    index("ru-other", "ru", "Али видел алый рассвет");
    index("ru-petrova", "ru", "Письмо Петровой");
    index("ru-petr", "ru", "Письмо Петра");
    index("en", "en", "The Organisation’s resolutions on the façade");
    index("az", "az", "Azərbaycanın paytaxtı Bakıda İlham Əliyevin çıxışı");
    index("az-folded", "az", "Sah Ismayil");
    index("az-exact", "az", "Şah İsmayıl");
    index("ar", "ar", "عُقِدَ المؤتمر في المكتبة");
    index("any", "any", "Гейдара Алиева, İhsanoğlu, المكتبة");
    index("name", "name", "Экмеледдин Ихсаноглу");
    node.call("POST", "/words/_refresh", "");
  }

  @AfterAll
  static void stop() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ru, резолюция, ru",
    "ru, Алиев, ru",
    "ru, письмами, ru-petr ru-petrova",
    "en, organization, en",
    "en, facade, en",
    "az, Bakı, az",
    "az, baki, az",
    "az, Eliyev, az",
    "ar, مكتبات, ar",
    "any, Алиев, any",
    "any, ihsanoglu, any",
    "any, مكتبه, any",
    "name.prefix, ихс, name",
    "name.prefix, экмеледдин, name",
    "name.sound, İhsanoğlu, name",
    "name.soundPrefix, ihsan, name",
  })
  void findsWordsByAnotherForm(String field, String query, String ids) throws Exception {
    assertThat(ids(match(field, query))).containsExactlyInAnyOrder(ids.split(" ", -1));
  }

  @Test
  void ranksAnotherCaseOfTheSurnameAboveTheGivenName() throws Exception {
    assertThat(ids(match("ru", "Петров"))).containsExactly("ru-petrova", "ru-petr");
  }

  @Test
  void ranksTheExactSpellingFirst() throws Exception {
    assertThat(ids(match("az", "şah"))).containsExactly("az-exact", "az-folded");
  }

  @Test
  void findsPhrasesAcrossInflection() throws Exception {
    assertThat(ids(search("{\"match_phrase\": {\"ru\": \"Мехрибан Алиева\"}}", "ru")))
        .containsExactly("ru");
    assertThat(ids(search("{\"match_phrase\": {\"ru\": \"резолюция Алиева\"}}", "ru"))).isEmpty();
  }

  @Test
  void findsFoldedPrefixesAndWildcards() throws Exception {
    assertThat(ids(search("{\"query_string\": {\"query\": \"any:İHSAN*\"}}", "any")))
        .containsExactly("any");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ru | резолюция | Приняты <em>резолюции</em> в пользу Мехрибан Алиевой
          ru | алиев     | Приняты резолюции в пользу Мехрибан <em>Алиевой</em>
          en | organization | The <em>Organisation’s</em> resolutions on the façade
          az | eliyev    | Azərbaycanın paytaxtı Bakıda İlham <em>Əliyevin</em> çıxışı
          ar | مؤتمر      | عُقِدَ <em>المؤتمر</em> في المكتبة
          """)
  void highlightsTheWordAsWritten(String field, String query, String highlighted) throws Exception {
    JsonNode hit = match(field, query).path("hits").path("hits").path(0);
    assertThat(hit.path("highlight").path(field).path(0).asString()).isEqualTo(highlighted);
  }

  @ParameterizedTest
  @CsvSource({
    "defter_ru, Резолюций, резолюц",
    "defter_en, Organisations, organiz",
    "defter_az, Bakıda, bakıda bakida baki",
    "defter_ar, المكتبات, مكتب",
    "defter_any, Əliyev, əliyev eliyev",
    "defter_name, Алиевой, алиевой",
    "defter_name_prefix, Али, али а ал",
  })
  void offersEachAnalyzerByItsName(String analyzer, String text, String terms) throws Exception {
    String body = JsonMapper.shared().writeValueAsString(new Analyze(analyzer, text));
    JsonNode tokens = node.call("POST", "/_analyze", body).path("tokens");
    assertThat(tokens.valueStream().map(token -> token.path("token").asString()))
        .containsExactly(terms.split(" ", -1));
  }

  private record Analyze(String analyzer, String text) {}

  private static void index(String id, String field, String text) throws Exception {
    node.call("PUT", "/words/_doc/" + id, "{\"%s\": \"%s\"}".formatted(field, text));
  }

  private static JsonNode match(String field, String query) throws Exception {
    return search("{\"match\": {\"%s\": \"%s\"}}".formatted(field, query), field);
  }

  private static JsonNode search(String query, String field) throws Exception {
    return node.call(
        "POST",
        "/words/_search",
        """
        {"query": %s, "highlight": {"number_of_fragments": 0, "fields": {"%s": {}}}}
        """
            .formatted(query, field));
  }

  private static List<String> ids(JsonNode result) {
    return result
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("_id").asString())
        .toList();
  }
}
