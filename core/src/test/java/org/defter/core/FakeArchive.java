package org.defter.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.FindingEvent;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.Anchoring;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Source;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.core.subject.Subject;
import org.defter.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** An archive in memory that knows what its events say, and nothing else. */
public final class FakeArchive implements Archive {

  private final Map<PropertyId, Property> properties = new HashMap<>();
  private final Map<SubjectId, Subject> subjects = new HashMap<>();
  private final Map<FactId, Fact> facts = new HashMap<>();
  private final Map<SourceId, Source> sources = new HashMap<>();

  private FakeArchive() {}

  public static FakeArchive after(ArchiveEvent... events) {
    FakeArchive archive = new FakeArchive();
    List.of(events).forEach(archive::happened);
    return archive;
  }

  private void happened(ArchiveEvent event) {
    switch (event) {
      case PropertyEvent of -> properties.compute(of.id(), (_, was) -> Property.evolve(was, of));
      case SubjectEvent of -> subjects.compute(of.id(), (_, was) -> Subject.evolve(was, of));
      case SourceEvent of -> sources.compute(of.id(), (_, was) -> Source.evolve(was, of));
      case CorrectionEvent _ ->
          throw new IllegalArgumentException("no decision asks about other corrections");
      case FactEvent of -> facts.compute(of.id(), (_, was) -> Fact.evolve(was, of));
      case FindingEvent _ -> {}
    }
  }

  @Override
  public @Nullable Property property(PropertyId id) {
    return properties.get(id);
  }

  @Override
  public @Nullable Fact fact(FactId id) {
    return facts.get(id);
  }

  @Override
  public @Nullable Subject subject(SubjectId id) {
    return subjects.get(id);
  }

  @Override
  public boolean hasSubject(SubjectId id) {
    return subjects.containsKey(id);
  }

  @Override
  public @Nullable CorrectionRule correctionRule(SourceId id) {
    Source source = sources.get(id);
    if (source == null || source.rule() != null) {
      return source == null ? null : source.rule();
    }
    SourceId parent = source.description().parent();
    return parent == null ? null : correctionRule(parent);
  }

  @Override
  public boolean hasSource(SourceId id) {
    return sources.containsKey(id);
  }

  @Override
  public @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision) {
    Source source = sources.get(id);
    Transcription transcription = source == null ? null : source.transcription(revision);
    return transcription == null ? null : new Anchoring(transcription);
  }
}
