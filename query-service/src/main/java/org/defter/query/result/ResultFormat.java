package org.defter.query.result;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.query.fact.FactView.Known;
import org.defter.query.label.Labels;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchRequest;
import org.defter.readmodel.document.DocumentJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import tools.jackson.databind.json.JsonMapper;

/** The form of a file of facts. */
enum ResultFormat {
  /** RFC 4180, see {@link FactTable}. */
  CSV("text/csv", ";charset=UTF-8;header=present", "facts.csv") {
    @Override
    String head() {
      return Csv.line(FactTable.COLUMNS);
    }

    @Override
    String line(FoundFact fact, Labels labels) {
      return Csv.line(FactTable.row(fact, labels));
    }
  },

  /** One JSON object to a line: the fact as a search answers it, without highlights. */
  JSON_LINES("application/x-ndjson", "", "facts.jsonl") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(FoundFact fact, Labels labels) {
      return JSON.writeValueAsString(Line.of(fact)) + "\n";
    }
  };

  private static final JsonMapper JSON = DocumentJson.mapper();
  private static final Map<String, ResultFormat> BY_NAME = Map.of("csv", CSV, "jsonl", JSON_LINES);

  private final String type;
  private final String parameters;
  private final String fileName;

  ResultFormat(String type, String parameters, String fileName) {
    this.type = type;
    this.parameters = parameters;
    this.fileName = fileName;
  }

  /**
   * What is asked for by the parameter {@code format}, for links, or else by the header.
   *
   * @param accept null takes anything
   * @return null for pages of JSON
   */
  static @Nullable ResultFormat wanted(Parameters given, @Nullable String accept)
      throws HttpMediaTypeNotAcceptableException {
    String name = given.text("format");
    if (name != null) {
      return "json".equals(name) ? null : given.choice("format", BY_NAME, CSV);
    }
    for (MediaType accepted : bestFirst(accept)) {
      if (accepted.includes(MediaType.APPLICATION_JSON)) {
        return null;
      }
      for (ResultFormat format : values()) {
        if (accepted.includes(MediaType.valueOf(format.type))) {
          return format;
        }
      }
    }
    throw new HttpMediaTypeNotAcceptableException(
        List.of(
            MediaType.APPLICATION_JSON,
            MediaType.valueOf(CSV.type),
            MediaType.valueOf(JSON_LINES.type)));
  }

  private static List<MediaType> bestFirst(@Nullable String accept)
      throws HttpMediaTypeNotAcceptableException {
    if (accept == null || accept.isBlank()) {
      return List.of(MediaType.ALL);
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .toList();
    } catch (InvalidMediaTypeException malformed) {
      throw new HttpMediaTypeNotAcceptableException(String.valueOf(malformed.getMessage()));
    }
  }

  /**
   * A file holds everything that is found.
   *
   * @throws ProblemException when a page of it is asked for
   */
  static SearchRequest whole(SearchRequest asked, Parameters given) {
    for (String page : List.of("size", "cursor")) {
      if (given.text(page) != null) {
        throw ProblemException.invalid(page, Detail.of("query.search.whole-file", page));
      }
    }
    return asked;
  }

  String mediaType() {
    return type + parameters;
  }

  String fileName() {
    return fileName;
  }

  /** What stands before all facts. */
  abstract String head();

  /** A fact, with its line break. */
  abstract String line(FoundFact fact, Labels labels);

  private record Line(
      FactId id, long version, Standing standing, Statement statement, Known known) {
    static Line of(FoundFact fact) {
      return new Line(fact.id(), fact.version(), fact.standing(), fact.statement(), fact.known());
    }
  }
}
