package org.defter.query.recording;

import java.util.List;
import java.util.Locale;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Datatype;
import org.defter.core.value.Value;
import org.defter.query.recording.Named.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads typed values: of a subject by its name, of a truth by the words of the reader. */
@Component
final class ValueReader {

  private final Named named;
  private final MessageSource messages;

  ValueReader(Named named, MessageSource messages) {
    this.named = named;
    this.messages = messages;
  }

  /** The value; null where it is missing or not clear, with the mistake added to these. */
  @Nullable Value read(
      String field,
      Datatype datatype,
      String typed,
      String language,
      List<Locale> readers,
      List<Mistake> mistakes) {
    if (typed.isEmpty()) {
      mistakes.add(Mistake.of(field, "mistake.missing.value"));
      return null;
    }
    if (datatype == Datatype.SUBJECT) {
      SubjectId subject = found(named.subject(field, typed, readers), mistakes);
      return subject == null ? null : new Value.SubjectReference(subject);
    }
    Value value = WrittenValue.read(datatype, typed, language, truth(typed, readers));
    if (value == null) {
      mistakes.add(Mistake.about(field, "mistake.value." + datatype.word(), typed));
    }
    return value;
  }

  private @Nullable Boolean truth(String typed, List<Locale> readers) {
    for (Boolean truth : List.of(true, false)) {
      String word = "value." + truth;
      boolean said =
          typed.equalsIgnoreCase(truth.toString())
              || readers.stream()
                  .anyMatch(
                      reader -> typed.equalsIgnoreCase(messages.getMessage(word, null, reader)));
      if (said) {
        return truth;
      }
    }
    return null;
  }

  /** What was found; null where nothing was, with the mistake added to these. */
  static <T> @Nullable T found(Found<T> found, List<Mistake> mistakes) {
    if (found.mistake() != null) {
      mistakes.add(found.mistake());
    }
    return found.thing();
  }
}
