package org.defter.query.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.FieldChange;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.Value;
import org.defter.query.date.DateWords;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says what the fields of a statement were and are, in words and by names. */
@Component
final class Differences {

  private final LabelFinder labels;

  Differences(LabelFinder labels) {
    this.labels = labels;
  }

  /**
   * What became of one field.
   *
   * @param field as in the keys of the messages
   * @param number of a citation; null for other fields
   * @param before empty where there was nothing
   * @param after empty where there is nothing any more
   */
  record Difference(String field, @Nullable Integer number, List<Part> before, List<Part> after) {}

  /**
   * A part of what a field says.
   *
   * @param text its words
   * @param key of the message that says it; null where the text does
   * @param address where it leads; null where it leads nowhere
   * @param language of the text; null where it is in none
   * @param place of a passage: the paragraph's number and the source's title; null for others
   */
  record Part(
      String text,
      @Nullable String key,
      @Nullable String address,
      @Nullable String language,
      @Nullable Place place) {

    static Part of(ValueLine value) {
      return new Part(
          value.text(),
          value.truth() ? "value." + value.text() : null,
          value.address(),
          value.language(),
          null);
    }

    static Part said(String key) {
      return new Part("", key, null, null, null);
    }

    static Part plain(String text, @Nullable String language) {
      return new Part(text, null, null, language, null);
    }
  }

  /** Where a passage stands. */
  record Place(String source, int paragraph) {}

  /** How to say these, to these readers. */
  Saying of(Stream<FieldChange> changes, List<Locale> readers) {
    List<ArchiveId> named = changes.flatMap(Differences::named).distinct().toList();
    return new Saying(labels.of(named, readers), DateWords.in(readers));
  }

  /** What a first version says, and on what evidence, as changes of nothing. */
  static List<FieldChange> opening(Statement statement) {
    Stream<FieldChange> says =
        Stream.of(
            opening("value", statement.value()),
            opening("valid", statement.valid()),
            opening("uncitedReason", statement.uncitedReason()));
    Stream<FieldChange> rests =
        statement.citations().stream()
            .map(citation -> opening("citations[" + citation.number() + "]", citation));
    return Stream.concat(says, rests).filter(change -> change.after() != null).toList();
  }

  private static FieldChange opening(String field, @Nullable Object value) {
    return new FieldChange(
        field, null, value == null ? null : ArchiveJson.mapper().valueToTree(value));
  }

  private static Stream<ArchiveId> named(FieldChange change) {
    return Stream.of(change.before(), change.after())
        .filter(Objects::nonNull)
        .flatMap(json -> named(change.field(), json));
  }

  private static Stream<ArchiveId> named(String field, JsonNode json) {
    return switch (field) {
      case "subject" -> Stream.of(new SubjectId(json.asString()));
      case "property" -> Stream.of(new PropertyId(json.asString()));
      case "value" -> named(read(json, Value.class));
      case "qualifiers" ->
          json.valueStream()
              .map(one -> read(one, Qualifier.class))
              .flatMap(one -> Stream.concat(Stream.of(one.property()), named(one.value())));
      default ->
          json.has("passage") ? Stream.of(read(json, Citation.class).source()) : Stream.empty();
    };
  }

  private static Stream<ArchiveId> named(Value value) {
    return value instanceof Value.SubjectReference(var subject)
        ? Stream.of(subject)
        : Stream.empty();
  }

  private static <T> T read(JsonNode json, Class<T> type) {
    return ArchiveJson.mapper().treeToValue(json, type);
  }

  /** Says them. */
  static final class Saying {

    private final Labels labels;
    private final DateWords words;

    private Saying(Labels labels, DateWords words) {
      this.labels = labels;
      this.words = words;
    }

    List<Difference> all(Collection<FieldChange> changes) {
      return changes.stream().map(this::of).toList();
    }

    private Difference of(FieldChange change) {
      String field = name(change.field());
      return new Difference(
          field,
          field.equals("citations") ? number(change.field()) : null,
          parts(change.field(), change.before()),
          parts(change.field(), change.after()));
    }

    /** What a field says. */
    List<Part> parts(String field, @Nullable JsonNode json) {
      return json == null ? List.of() : parts(json, said(name(field)));
    }

    private static List<Part> parts(JsonNode json, Function<JsonNode, Part> said) {
      return json.isArray() ? json.valueStream().map(said).toList() : List.of(said.apply(json));
    }

    private Function<JsonNode, Part> said(String field) {
      return switch (field) {
        case "subject" -> json -> value(new Value.SubjectReference(new SubjectId(json.asString())));
        case "property" -> json -> Part.plain(labels.of(new PropertyId(json.asString())), null);
        case "value" -> json -> value(read(json, Value.class));
        case "qualifiers" -> json -> qualifier(read(json, Qualifier.class));
        case "valid" ->
            json -> Part.plain(words.say(Edtf.parse(json.asString())), words.language());
        case "certainty", "standing" -> json -> Part.said(field + "." + json.asString());
        case "citations" -> json -> citation(read(json, Citation.class));
        default -> json -> Part.plain(json.asString(), null);
      };
    }

    private Part value(Value value) {
      return Part.of(ValueLine.of(value, labels, words));
    }

    private Part qualifier(Qualifier qualifier) {
      Part value = value(qualifier.value());
      return new Part(
          labels.of(qualifier.property()) + ": " + value.text(),
          null,
          value.address(),
          value.language(),
          null);
    }

    private Part citation(Citation citation) {
      Passage passage = citation.passage();
      return new Part(
          passage.exact(),
          null,
          "/sources/%s?revision=%d#p%d"
              .formatted(citation.source().value(), passage.revision(), passage.paragraph()),
          passage.language().value(),
          new Place(labels.of(citation.source()), passage.paragraph()));
    }
  }

  /** The field without the number in it. */
  static String name(String field) {
    return field.replaceFirst("\\[\\d+]$", "");
  }

  private static Integer number(String field) {
    return Integer.valueOf(field.substring(field.indexOf('[') + 1, field.length() - 1));
  }
}
