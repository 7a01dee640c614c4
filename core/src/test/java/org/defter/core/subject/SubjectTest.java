package org.defter.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.name;

import java.util.List;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectCommand.NameSubject;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectEvent.SubjectNamed;
import org.defter.core.subject.SubjectEvent.SubjectRegistered;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.Test;

class SubjectTest {

  private static final SubjectId ID = new SubjectId("anna-berg");
  private static final Name ANNA = name("Anna Berg");
  private static final Name MARRIED =
      new Name("Anna Holm", new LanguageTag("da"), Edtf.parse("1890/.."));
  private static final List<ExternalIdentifier> IDENTIFIERS =
      List.of(new ExternalIdentifier("viaf", "12345"));
  private static final SubjectEvent REGISTERED =
      new SubjectRegistered(ID, SubjectKind.PERSON, List.of(ANNA), IDENTIFIERS);
  private static final SubjectEvent NAMED =
      new SubjectNamed(ID, SubjectKind.PERSON, List.of(ANNA, MARRIED), IDENTIFIERS);
  private static final Subject KNOWN = Subject.evolve(null, REGISTERED);

  @Test
  void registersASubject() {
    assertThat(
            Subject.decide(
                null, new RegisterSubject(ID, SubjectKind.PERSON, List.of(ANNA), IDENTIFIERS)))
        .isEqualTo(Decision.accept(REGISTERED));
  }

  @Test
  void refusesASubjectWithoutAName() {
    assertThat(
            Subject.decide(
                null, new RegisterSubject(ID, SubjectKind.PERSON, List.of(), IDENTIFIERS)))
        .isEqualTo(
            Decision.refuse(new Refusal.Missing("names", "give the subject at least one name")));
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertThat(
            Subject.decide(
                KNOWN, new RegisterSubject(ID, SubjectKind.PLACE, List.of(ANNA), List.of())))
        .isEqualTo(Decision.refuse(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void addsANameAfterTheOthersAndKeepsTheRest() {
    assertThat(Subject.decide(KNOWN, new NameSubject(ID, MARRIED)))
        .isEqualTo(Decision.accept(NAMED));
  }

  @Test
  void takesTheSameWordsForAnotherTime() {
    Name laterAgain = new Name("Anna Berg", ANNA.language(), Edtf.parse("1901/.."));

    assertThat(Subject.decide(KNOWN, new NameSubject(ID, laterAgain)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesANameItHasAlready() {
    assertThat(Subject.decide(KNOWN, new NameSubject(ID, ANNA)))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("name", "the subject has this name already")));
  }

  @Test
  void refusesToNameWhatIsNotThere() {
    assertThat(Subject.decide(null, new NameSubject(ID, ANNA)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void replayingEventsGivesTheRecordAsItStands() {
    assertThat(Subject.evolve(KNOWN, NAMED))
        .isEqualTo(new Subject(ID, SubjectKind.PERSON, List.of(ANNA, MARRIED), IDENTIFIERS, 2));
  }

  @Test
  void eventsOutOfOrderAreAnError() {
    assertThatThrownBy(() -> Subject.evolve(null, NAMED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("subject/anna-berg changes before it begins");
    assertThatThrownBy(() -> Subject.evolve(KNOWN, REGISTERED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("subject/anna-berg begins a second time");
  }

  @Test
  void refusesAnIdentifierWithoutItsParts() {
    assertThatThrownBy(() -> new ExternalIdentifier("the library", "1"))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.field()).isEqualTo("identifiers.authority"));
    assertThatThrownBy(() -> new ExternalIdentifier("viaf", " "))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.field()).isEqualTo("identifiers.value"));
  }
}
