package org.defter.query.citation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The form of a citation. */
public enum CitationFormat {

  /** A footnote: what the fact rests on, what it says, and where it is. */
  TEXT("text/plain;charset=UTF-8") {
    @Override
    public String of(CitedFact fact) {
      Stream<String> sources = fact.sources().stream().map(CitationFormat::source);
      return Stream.concat(
              sources,
              Stream.of(fact.statement(), fact.words().archive() + ", " + fact.words().fact()))
          .collect(Collectors.joining(". ", "", ", " + fact.address() + "."));
    }
  },

  /** An entry of BibTeX, in the characters that BibTeX itself reads, and UTF-8. */
  BIBTEX("application/x-bibtex;charset=UTF-8") {
    @Override
    public String of(CitedFact fact) {
      Map<String, String> fields = new LinkedHashMap<>();
      List<String> creators = creators(fact);
      if (!creators.isEmpty()) {
        fields.put(
            "author",
            creators.stream()
                .map(name -> "{" + tex(name) + "}")
                .collect(Collectors.joining(" and ")));
      }
      fields.put("title", "{" + tex(fact.statement()) + "}");
      fields.put("howpublished", tex(fact.words().archive() + ", " + fact.words().fact()));
      fields.put("year", String.valueOf(fact.recorded().getYear()));
      fields.put("month", String.valueOf(fact.recorded().getMonthValue()));
      fields.put("url", fact.address());
      fields.put(
          "note",
          tex(
              fact.sources().stream()
                  .map(CitationFormat::source)
                  .collect(Collectors.joining("; "))));
      return fields.entrySet().stream()
          .filter(field -> !field.getValue().isEmpty())
          .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
          .collect(Collectors.joining(",\n", "@misc{" + fact.key() + ",\n", "\n}\n"));
    }
  },

  /** A list of one item of CSL-JSON 1.0, the input of citation processors. */
  CSL_JSON("application/vnd.citationstyles.csl+json") {
    @Override
    public String of(CitedFact fact) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", fact.key());
      item.put("type", "entry");
      item.put("title", fact.statement());
      List<String> creators = creators(fact);
      if (!creators.isEmpty()) {
        item.put("author", creators.stream().map(name -> Map.of("literal", name)).toList());
      }
      if (!fact.sources().isEmpty()) {
        item.put("container-title", fact.sources().getFirst().title());
      }
      item.put("archive", fact.words().archive());
      item.put("version", String.valueOf(fact.version()));
      item.put(
          "issued",
          Map.of(
              "date-parts",
              List.of(
                  List.of(
                      fact.recorded().getYear(),
                      fact.recorded().getMonthValue(),
                      fact.recorded().getDayOfMonth()))));
      item.put("URL", fact.address());
      item.put(
          "note",
          fact.sources().stream().map(CitationFormat::source).collect(Collectors.joining("; ")));
      return JSON.writeValueAsString(List.of(item)) + "\n";
    }
  };

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String mediaType;

  CitationFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type of what is written. */
  public String mediaType() {
    return mediaType;
  }

  /** The citation. */
  public abstract String of(CitedFact fact);

  private static List<String> creators(CitedFact fact) {
    return fact.sources().stream()
        .flatMap(source -> source.creators().stream())
        .distinct()
        .toList();
  }

  private static String source(CitedFact.Source source) {
    List<String> parts = new ArrayList<>();
    if (!source.creators().isEmpty()) {
      parts.add(String.join(", ", source.creators()));
    }
    parts.add(source.title());
    if (source.code() != null) {
      parts.add(source.code());
    }
    parts.add(source.paragraph());
    return String.join(", ", parts) + ": «" + source.quote() + "»";
  }

  /** What means something to TeX, as itself. */
  private static String tex(String text) {
    StringBuilder written = new StringBuilder();
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '\\' -> written.append("\\textbackslash{}");
            case '~' -> written.append("\\textasciitilde{}");
            case '^' -> written.append("\\textasciicircum{}");
            case '{', '}', '#', '$', '%', '&', '_' -> written.append('\\').append((char) c);
            case '\n' -> written.append(' ');
            default -> written.append((char) c);
          }
        });
    return written.toString();
  }
}
