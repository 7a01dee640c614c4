package org.defter.query.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.value.Label;
import org.defter.query.read.ReadModel;
import org.defter.query.read.Wanted;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks labels up. What has none yet, because its own event is still on its way, is left out. */
@Component
public final class LabelFinder {

  /** Where things are called something, and in which part: a source's document holds its text. */
  private static final Map<Index, String> CALLED =
      Map.of(
          Index.SUBJECTS, "names", Index.PROPERTIES, "labels", Index.SOURCES, "description.title");

  private final ReadModel readModel;

  LabelFinder(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * The labels of subjects, properties and sources.
   *
   * @param readers the languages to choose among names by, best first
   */
  public Labels of(Collection<? extends ArchiveId> ids, List<Locale> readers) {
    return of(ids, readers, null);
  }

  /**
   * The labels of subjects, properties and sources as they were known at some time.
   *
   * @param readers the languages to choose among names by, best first
   * @param knownAt null for now
   */
  public Labels of(
      Collection<? extends ArchiveId> ids, List<Locale> readers, @Nullable Instant knownAt) {
    Map<Index, List<String>> asked = new EnumMap<>(Index.class);
    for (ArchiveId id : ids) {
      Index index = index(id);
      if (index != null) {
        asked.computeIfAbsent(index, _ -> new ArrayList<>()).add(id.value());
      }
    }
    List<Wanted> wanted =
        asked.entrySet().stream()
            .map(some ->
                new Wanted(
                    some.getKey(),
                    some.getValue(),
                    List.of(CALLED.getOrDefault(some.getKey(), ""))))
            .toList();
    Map<Index, Map<String, Called>> found = readModel.getAll(wanted, knownAt, Called.class);
    Map<String, String> labels = new HashMap<>();
    for (ArchiveId id : ids) {
      Index index = index(id);
      Called called = index == null ? null : found.getOrDefault(index, Map.of()).get(id.value());
      if (called != null) {
        labels.put(id.qualified(), called.to(readers, id.value()));
      }
    }
    return new Labels(labels);
  }

  private static @Nullable Index index(ArchiveId id) {
    return switch (id) {
      case SubjectId _ -> Index.SUBJECTS;
      case PropertyId _ -> Index.PROPERTIES;
      case SourceId _ -> Index.SOURCES;
      case FactId _, CorrectionId _, FindingId _ -> null;
    };
  }

  /** As much of a document as says what a thing is called; one of these is there. */
  record Called(
      @Nullable List<Name> names, @Nullable List<Label> labels, @Nullable Described description) {

    record Described(String title) {}

    String to(List<Locale> readers, String otherwise) {
      if (names != null) {
        return BestLabel.among(names, Name::language, readers).text();
      }
      if (labels != null) {
        return BestLabel.among(labels, Label::language, readers).text();
      }
      return description == null ? otherwise : description.title();
    }
  }
}
