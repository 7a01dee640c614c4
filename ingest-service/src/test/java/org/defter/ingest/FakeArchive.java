package org.defter.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.Archive;
import org.defter.core.fact.Fact;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.source.Anchoring;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Transcription;
import org.defter.core.subject.Subject;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.jspecify.annotations.Nullable;

/** An archive in memory, for the tests of one aggregate alone. */
public final class FakeArchive implements Archive {

  private final Map<PropertyId, Property> properties = new HashMap<>();
  private final Map<FactId, Fact> facts = new HashMap<>();
  private final Set<SubjectId> subjects = new HashSet<>();
  private final Map<SourceId, Anchoring> texts = new HashMap<>();

  /** With this property. */
  public FakeArchive property(String id, Datatype datatype) {
    PropertyDefinition definition =
        new PropertyDefinition(
            List.of(new Label(id, LanguageTag.UNDETERMINED)), datatype, false, null);
    properties.put(new PropertyId(id), new Property(new PropertyId(id), definition, 1));
    return this;
  }

  /** With this subject. */
  public FakeArchive subject(String id) {
    subjects.add(new SubjectId(id));
    return this;
  }

  /** With this source and its one transcription. */
  public FakeArchive source(String id, String text) {
    texts.put(new SourceId(id), new Anchoring(Transcription.of(1, text, new LanguageTag("en"))));
    return this;
  }

  @Override
  public @Nullable Property property(PropertyId id) {
    return properties.get(id);
  }

  /** With this fact. */
  public FakeArchive fact(Fact fact) {
    facts.put(fact.id(), fact);
    return this;
  }

  @Override
  public @Nullable Fact fact(FactId id) {
    return facts.get(id);
  }

  /** None: what is decided by another subject is tested in the core. */
  @Override
  public @Nullable Subject subject(SubjectId id) {
    return null;
  }

  /** None, as with subjects. */
  @Override
  public @Nullable CorrectionRule correctionRule(SourceId id) {
    return null;
  }

  @Override
  public boolean hasSubject(SubjectId id) {
    return subjects.contains(id);
  }

  @Override
  public boolean hasSource(SourceId id) {
    return texts.containsKey(id);
  }

  @Override
  public @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision) {
    return revision == null || revision == 1 ? texts.get(id) : null;
  }
}
