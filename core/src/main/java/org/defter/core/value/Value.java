package org.defter.core.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;

/**
 * What a statement says of its subject. Which kind is allowed is settled by the property's {@link
 * Datatype}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Value.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Value.SubjectReference.class, name = "subject"),
  @JsonSubTypes.Type(value = Value.Date.class, name = "date"),
  @JsonSubTypes.Type(value = Quantity.class, name = "quantity"),
  @JsonSubTypes.Type(value = Value.Truth.class, name = "boolean"),
  @JsonSubTypes.Type(value = Value.Span.class, name = "duration"),
  @JsonSubTypes.Type(value = Value.Link.class, name = "uri"),
  @JsonSubTypes.Type(value = Value.Point.class, name = "point"),
})
public sealed interface Value
    permits Value.Text,
        Value.SubjectReference,
        Value.Date,
        Quantity,
        Value.Truth,
        Value.Span,
        Value.Link,
        Value.Point {

  /** The datatype a property must have to take this value. */
  Datatype datatype();

  /**
   * Words in a language.
   *
   * @param text one line
   * @param language its language; {@code und} where not known
   */
  record Text(String text, LanguageTag language) implements Value {
    public Text {
      PlainText.line("value.text", text);
    }

    @Override
    public Datatype datatype() {
      return Datatype.TEXT;
    }
  }

  /**
   * Another subject of the archive.
   *
   * @param subject its identifier
   */
  record SubjectReference(SubjectId subject) implements Value {
    @Override
    public Datatype datatype() {
      return Datatype.SUBJECT;
    }
  }

  /**
   * A date.
   *
   * @param edtf ISO 8601-2:2019 levels 0 to 2, kept as written
   */
  record Date(Edtf edtf) implements Value {
    @Override
    public Datatype datatype() {
      return Datatype.DATE;
    }
  }

  /**
   * Yes or no. A negative statement ("is not a regional organisation") is the value {@code false}.
   *
   * @param value the answer
   */
  record Truth(boolean value) implements Value {
    @Override
    public Datatype datatype() {
      return Datatype.BOOLEAN;
    }
  }

  /**
   * A length of time.
   *
   * @param duration ISO 8601 duration, for example {@code P3Y}, {@code P1Y6M}, {@code PT2H}; kept
   *     as written
   */
  record Span(String duration) implements Value {
    private static final Pattern DURATION =
        Pattern.compile(
            "P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

    public Span {
      if (duration.length() > 100 || !DURATION.matcher(duration).matches()) {
        throw new InvalidValue("value.duration", Detail.of("value.not-a-duration", duration));
      }
    }

    @Override
    public Datatype datatype() {
      return Datatype.DURATION;
    }
  }

  /**
   * A web address or another identifier (RFC 3986).
   *
   * @param uri absolute, without spaces, kept as written
   */
  record Link(String uri) implements Value {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

    public Link {
      PlainText.line("value.uri", uri);
      if (!SCHEME.matcher(uri).matches() || !isUri(uri)) {
        throw new InvalidValue("value.uri", Detail.of("value.not-a-uri", uri));
      }
    }

    private static boolean isUri(String text) {
      try {
        URI.create(text);
        return true;
      } catch (IllegalArgumentException malformed) {
        return false;
      }
    }

    @Override
    public Datatype datatype() {
      return Datatype.URI;
    }
  }

  /**
   * A place on the Earth (WGS 84).
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  record Point(double latitude, double longitude) implements Value {
    public Point {
      if (!(latitude >= -90 && latitude <= 90)) {
        throw new InvalidValue("value.latitude", Detail.of("value.latitude"));
      }
      if (!(longitude >= -180 && longitude <= 180)) {
        throw new InvalidValue("value.longitude", Detail.of("value.longitude"));
      }
    }

    @Override
    public Datatype datatype() {
      return Datatype.POINT;
    }
  }
}
