package org.defter.query.recording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.InvalidValue;
import org.defter.query.label.Labels;
import org.defter.query.read.ReadModel;
import org.defter.query.recording.Mistake.Choice;
import org.defter.query.suggestion.Suggestion;
import org.defter.query.suggestion.Suggestions;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the subject or property that is meant by what was typed: {@code Baku [baku]}, as a
 * suggestion that was chosen is written; {@code baku}, an identifier; or {@code Baku}, a name that
 * one thing alone bears.
 */
@Component
final class Named {

  private static final Pattern CHOSEN = Pattern.compile(".*\\[([^\\[\\]]+)]");
  private static final int CHOICES = 8;

  private final ReadModel readModel;
  private final Suggestions suggestions;

  Named(ReadModel readModel, Suggestions suggestions) {
    this.readModel = readModel;
    this.suggestions = suggestions;
  }

  /**
   * What was found.
   *
   * @param thing null when there is a mistake
   */
  record Found<T>(@Nullable T thing, @Nullable Mistake mistake) {}

  /** What to type for a thing. */
  static String typed(ArchiveId id, Labels labels) {
    return Choice.of(labels.of(id), id.value()).typed();
  }

  /** The subject; of a merged one what it became. */
  Found<SubjectId> subject(String field, String typed, List<Locale> readers) {
    SubjectDocument known = known(typed, Index.SUBJECTS, SubjectDocument.class);
    if (known != null) {
      return new Found<>(new SubjectId(known.into() == null ? known.id() : known.into()), null);
    }
    Found<String> named = byName(field, "subject", typed, readers);
    return new Found<>(
        named.thing() == null ? null : new SubjectId(named.thing()), named.mistake());
  }

  /** The property, with what is to be known of it. */
  Found<PropertyDocument> property(String field, String typed, List<Locale> readers) {
    PropertyDocument known = known(typed, Index.PROPERTIES, PropertyDocument.class);
    if (known != null) {
      return new Found<>(known, null);
    }
    Found<String> named = byName(field, "property", typed, readers);
    return new Found<>(
        named.thing() == null
            ? null
            : readModel.get(
                Index.PROPERTIES, new PropertyId(named.thing()).value(), PropertyDocument.class),
        named.mistake());
  }

  private <T> @Nullable T known(String typed, Index index, Class<T> type) {
    Matcher chosen = CHOSEN.matcher(typed);
    String id = chosen.matches() ? chosen.group(1) : typed;
    try {
      return readModel.get(index, new SubjectId(id).value(), type);
    } catch (InvalidValue noIdentifier) {
      return null;
    }
  }

  private Found<String> byName(String field, String what, String typed, List<Locale> readers) {
    if (typed.isEmpty()) {
      return new Found<>(null, Mistake.of(field, "mistake.missing." + what));
    }
    List<Suggestion> meant =
        suggestions.of(typed, CHOICES, null, readers).stream()
            .filter(suggestion -> suggestion.what().equals(what))
            .toList();
    List<Suggestion> exact =
        meant.stream()
            .filter(one -> Stream.of(one.label(), one.matched()).anyMatch(typed::equalsIgnoreCase))
            .toList();
    if (exact.size() == 1) {
      return new Found<>(exact.getFirst().id(), null);
    }
    List<Choice> choices = meant.stream().map(one -> Choice.of(one.label(), one.id())).toList();
    String key = choices.isEmpty() ? "mistake.unknown." : "mistake.which.";
    return new Found<>(null, new Mistake(field, key + what, typed, choices));
  }
}
