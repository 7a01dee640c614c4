package org.defter.core.event;

import java.util.stream.Collectors;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.EdtfException;
import org.defter.core.value.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with JSON, in words: Jackson's own name Java classes, which mean nothing to the
 * sender.
 *
 * @param field where, with its path
 * @param detail what is wrong and what to do
 */
public record UnfitJson(String field, Detail detail) {

  public static final String BODY = "body";

  /** JSON that cannot be read at all, or is not that of what is asked for. */
  public static UnfitJson of(JacksonException unread) {
    return unread instanceof DatabindException unfit ? of(unfit) : located(unread);
  }

  private static UnfitJson of(DatabindException unfit) {
    String path = path(unfit);
    for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        return new UnfitJson(joined(path, invalid.field()), invalid.detail());
      }
      if (cause instanceof EdtfException notADate) {
        return new UnfitJson(path, notADate.detail());
      }
    }
    return new UnfitJson(path, inWords(unfit));
  }

  private static Detail inWords(DatabindException unfit) {
    String message = unfit.getOriginalMessage();
    return switch (unfit) {
      case UnrecognizedPropertyException unknown ->
          Detail.of("json.unknown-field", String.valueOf(unknown.getKnownPropertyIds()));
      case InvalidTypeIdException unknown ->
          Detail.of(
              "json.unknown-type",
              message.replaceAll("(?s).*?known type ids = (\\[[^]]*]).*|.*", "$1"));
      case InvalidNullException _ -> Detail.of("json.null");
      case InvalidFormatException malformed ->
          Detail.of("json.misplaced", String.valueOf(malformed.getValue()));
      case MismatchedInputException _
          when message.startsWith("Missing required creator property") ->
          Detail.of("json.missing");
      default -> Detail.of("json.wrong-shape");
    };
  }

  /** A value names the field inside itself; where it stands is known only here. */
  private static String joined(String path, String field) {
    int dot = field.lastIndexOf('.');
    if (path.equals(BODY)) {
      return field;
    }
    String inner = field.substring(dot + 1);
    return dot < 0 || path.endsWith(inner) ? path : path + "." + inner;
  }

  private static String path(DatabindException unfit) {
    String path =
        unfit.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    if (path.isEmpty()) {
      return BODY;
    }
    return path.startsWith(".") ? path.substring(1) : path;
  }

  /** JSON that cannot be read at all. */
  private static UnfitJson located(JacksonException malformed) {
    var location = malformed.getLocation();
    Detail detail =
        location == null
            ? Detail.of("json.unreadable", malformed.getOriginalMessage())
            : Detail.of(
                "json.unreadable-at",
                malformed.getOriginalMessage(),
                location.getLineNr(),
                location.getColumnNr());
    return new UnfitJson(path(malformed), detail);
  }

  private static String path(JacksonException malformed) {
    JsonParser parser = malformed.processor() instanceof JsonParser reading ? reading : null;
    String pointer = parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
    return pointer.isEmpty() ? BODY : pointer.substring(1).replace('/', '.');
  }
}
