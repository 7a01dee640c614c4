package org.defter.query.label;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.value.Label;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looks labels up. What has none yet, because its own event is still on its way, is left out. */
@Component
public final class LabelFinder {

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
    Map<String, String> labels = new HashMap<>();
    readModel
        .getAll(
            Index.SUBJECTS, values(ids, SubjectId.class), List.of(), knownAt, SubjectDocument.class)
        .forEach(
            (id, subject) -> labels.put(new SubjectId(id).qualified(), name(subject, readers)));
    readModel
        .getAll(
            Index.PROPERTIES,
            values(ids, PropertyId.class),
            List.of(),
            knownAt,
            PropertyDocument.class)
        .forEach(
            (id, property) -> labels.put(new PropertyId(id).qualified(), label(property, readers)));
    titles(values(ids, SourceId.class), knownAt, labels);
    return new Labels(labels);
  }

  /** Titles alone: a source's document holds its whole transcription. */
  private void titles(List<String> ids, @Nullable Instant knownAt, Map<String, String> labels) {
    readModel
        .getAll(Index.SOURCES, ids, List.of("description.title"), knownAt, JsonNode.class)
        .forEach((id, source) ->
            labels.put(
                new SourceId(id).qualified(),
                source.path("description").path("title").asString(id)));
  }

  private static String name(SubjectDocument subject, List<Locale> readers) {
    return BestLabel.among(subject.names(), Name::language, readers).text();
  }

  private static String label(PropertyDocument property, List<Locale> readers) {
    return BestLabel.among(property.labels(), Label::language, readers).text();
  }

  private static List<String> values(
      Collection<? extends ArchiveId> ids, Class<? extends ArchiveId> kind) {
    return ids.stream().filter(kind::isInstance).map(ArchiveId::value).distinct().toList();
  }
}
