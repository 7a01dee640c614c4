package org.defter.query.provenance;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * A form that provenance is given in. PROV-JSON has no registered media type; it is sent as {@code
 * application/prov+json}, and to whoever asks for {@code application/json}.
 */
enum Format {
  PROV_JSON("json", "application/prov+json"),
  TURTLE("turtle", "text/turtle;charset=UTF-8"),
  JSON_LD("jsonld", "application/ld+json"),
  PROV_N("provn", "text/provenance-notation;charset=UTF-8"),
  SVG("svg", "image/svg+xml");

  private static final Map<String, Format> BY_NAME = new LinkedHashMap<>();

  static {
    Stream.of(values()).forEach(format -> BY_NAME.put(format.word, format));
  }

  private final String word;
  private final String type;

  Format(String word, String type) {
    this.word = word;
    this.type = type;
  }

  /**
   * What is asked for by the parameter {@code format}, for links, or else by the header.
   *
   * @param accept null takes anything
   */
  static Format wanted(Parameters given, @Nullable String accept)
      throws HttpMediaTypeNotAcceptableException {
    if (given.text("format") != null) {
      return given.choice("format", BY_NAME, PROV_JSON);
    }
    for (MediaType accepted : bestFirst(accept)) {
      if (accepted.includes(MediaType.APPLICATION_JSON)) {
        return PROV_JSON;
      }
      for (Format format : values()) {
        if (accepted.includes(format.mediaType().removeQualityValue())) {
          return format;
        }
      }
    }
    throw new HttpMediaTypeNotAcceptableException(
        Stream.of(values()).map(Format::mediaType).toList());
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

  MediaType mediaType() {
    return MediaType.valueOf(type);
  }

  /**
   * Writes it.
   *
   * @param words of the picture; everything else is for machines
   */
  String write(Document document, Words words) {
    return switch (this) {
      case PROV_JSON -> ProvJson.write(document);
      case TURTLE -> Turtle.write(document);
      case JSON_LD -> JsonLd.write(document);
      case PROV_N -> ProvN.write(document);
      case SVG -> Picture.draw(document, words);
    };
  }
}
