package org.defter.query.recording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.defter.query.read.ReadModel;
import org.defter.query.recording.Mistake.Choice;
import org.defter.query.suggestion.Suggestion;
import org.defter.query.suggestion.Suggestions;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.SubjectDocument;
import org.springframework.stereotype.Component;

/** Finds subjects that may be what somebody is about to register. */
@Component
public final class Namesakes {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int MOST_COMPARED = 50;
  private static final int SHOWN = 8;

  private final ReadModel readModel;
  private final Suggestions suggestions;

  Namesakes(ReadModel readModel, Suggestions suggestions) {
    this.readModel = readModel;
    this.suggestions = suggestions;
  }

  /**
   * Those that have a name of as many words, each begun as typed or sounding so, in any order. A
   * longer name is another's: a place is not the congress that met there.
   */
  public List<Choice> of(String name, List<Locale> readers) {
    List<Suggestion> begun =
        suggestions.of(name, MOST_COMPARED, null, readers).stream()
            .filter(suggestion -> suggestion.what().equals("subject"))
            .toList();
    Map<String, SubjectDocument> known =
        readModel.getAll(
            Index.SUBJECTS, begun.stream().map(Suggestion::id).toList(), SubjectDocument.class);
    return begun.stream()
        .filter(one -> known.containsKey(one.id()) && isAsLong(known.get(one.id()), name))
        .limit(SHOWN)
        .map(one -> Choice.of(one.label(), one.id()))
        .toList();
  }

  private static boolean isAsLong(SubjectDocument subject, String name) {
    long words = words(name);
    return subject.names().stream().anyMatch(one -> words(one.text()) == words);
  }

  private static long words(String name) {
    return WORD.matcher(name).results().count();
  }
}
