package org.defter.ingest.subject;

import java.util.List;
import org.defter.core.decision.Refusal;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.ExternalIdentifier;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand.NameSubject;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectEvent;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.AggregateFixture;
import org.defter.ingest.FakeArchive;
import org.junit.jupiter.api.Test;

class SubjectAggregateTest {

  private static final SubjectId ID = new SubjectId("baku");
  private static final Name ENGLISH = new Name("Baku", new LanguageTag("en"), null);
  private static final Name AZERBAIJANI = new Name("Bakı", new LanguageTag("az"), null);
  private static final List<ExternalIdentifier> IDENTIFIERS =
      List.of(new ExternalIdentifier("wikidata", "Q9248"));
  private static final SubjectEvent REGISTERED =
      new SubjectEvent.SubjectRegistered(ID, SubjectKind.PLACE, List.of(ENGLISH), IDENTIFIERS);

  private final AggregateFixture<SubjectAggregate> fixture =
      new AggregateFixture<>(SubjectAggregate.class, new FakeArchive());

  @Test
  void registersASubject() {
    fixture
        .given(new RegisterSubject(ID, SubjectKind.PLACE, List.of(ENGLISH), IDENTIFIERS))
        .leadsTo(REGISTERED);
  }

  @Test
  void refusesASubjectWithoutAName() {
    fixture
        .given(new RegisterSubject(ID, SubjectKind.PLACE, List.of(), IDENTIFIERS))
        .isRefused(Refusal.Missing.class, "names");
  }

  @Test
  void addsAName() {
    fixture
        .given(new NameSubject(ID, AZERBAIJANI), REGISTERED)
        .leadsTo(
            new SubjectEvent.SubjectNamed(
                ID, SubjectKind.PLACE, List.of(ENGLISH, AZERBAIJANI), IDENTIFIERS));
  }

  @Test
  void refusesANameItHas() {
    fixture
        .given(new NameSubject(ID, ENGLISH), REGISTERED)
        .isRefused(Refusal.NothingChanges.class, "name");
  }
}
