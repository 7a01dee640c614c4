package org.defter.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.name;

import java.util.List;
import org.defter.core.FakeArchive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectCommand.AbsorbSubject;
import org.defter.core.subject.SubjectCommand.IdentifySubject;
import org.defter.core.subject.SubjectCommand.MergeSubject;
import org.defter.core.subject.SubjectCommand.NameSubject;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectEvent.SubjectAbsorbed;
import org.defter.core.subject.SubjectEvent.SubjectIdentified;
import org.defter.core.subject.SubjectEvent.SubjectMerged;
import org.defter.core.subject.SubjectEvent.SubjectNamed;
import org.defter.core.subject.SubjectEvent.SubjectRegistered;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.jspecify.annotations.Nullable;
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
  private static final SubjectId OTHER = new SubjectId("anna-holm");
  private static final Reason DUPLICATE = new Reason(ReasonType.DUPLICATE, null);
  private static final SubjectEvent MERGED =
      new SubjectMerged(ID, SubjectKind.PERSON, List.of(ANNA), IDENTIFIERS, OTHER, DUPLICATE);
  private static final Subject KNOWN = Subject.evolve(null, REGISTERED);

  private static Decision<SubjectEvent> deciding(@Nullable Subject state, SubjectCommand command) {
    return Subject.decide(state, command, FakeArchive.after());
  }

  @Test
  void registersASubject() {
    assertThat(
            deciding(null, new RegisterSubject(ID, SubjectKind.PERSON, List.of(ANNA), IDENTIFIERS)))
        .isEqualTo(Decision.accept(REGISTERED));
  }

  @Test
  void refusesASubjectWithoutAName() {
    assertThat(deciding(null, new RegisterSubject(ID, SubjectKind.PERSON, List.of(), IDENTIFIERS)))
        .isEqualTo(Decision.refuse(new Refusal.Missing("names", Detail.of("subject.no-name"))));
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertThat(
            deciding(KNOWN, new RegisterSubject(ID, SubjectKind.PLACE, List.of(ANNA), List.of())))
        .isEqualTo(Decision.refuse(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void addsANameAfterTheOthersAndKeepsTheRest() {
    assertThat(deciding(KNOWN, new NameSubject(ID, MARRIED))).isEqualTo(Decision.accept(NAMED));
  }

  @Test
  void takesTheSameWordsForAnotherTime() {
    Name laterAgain = new Name("Anna Berg", ANNA.language(), Edtf.parse("1901/.."));

    assertThat(deciding(KNOWN, new NameSubject(ID, laterAgain)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesANameItHasAlready() {
    assertThat(deciding(KNOWN, new NameSubject(ID, ANNA)))
        .isEqualTo(
            Decision.refuse(new Refusal.NothingChanges("name", Detail.of("subject.same-name"))));
  }

  @Test
  void refusesToNameWhatIsNotThere() {
    assertThat(deciding(null, new NameSubject(ID, ANNA)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void addsAnIdentifierAfterTheOthersOnce() {
    ExternalIdentifier isni = new ExternalIdentifier("isni", "0000000121032683");
    SubjectEvent identified =
        new SubjectIdentified(
            ID, SubjectKind.PERSON, List.of(ANNA), List.of(IDENTIFIERS.getFirst(), isni));

    assertThat(deciding(KNOWN, new IdentifySubject(ID, isni)))
        .isEqualTo(Decision.accept(identified));
    assertThat(deciding(Subject.evolve(KNOWN, identified), new IdentifySubject(ID, isni)))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("identifier", Detail.of("subject.same-identifier"))));
  }

  @Test
  void mergesARecordIntoAnotherThatTakesOverItsNames() {
    SubjectEvent other =
        new SubjectRegistered(OTHER, SubjectKind.PERSON, List.of(MARRIED, ANNA), List.of());

    assertThat(deciding(KNOWN, new MergeSubject(ID, 1L, OTHER, DUPLICATE)))
        .isEqualTo(Decision.accept(MERGED));
    assertThat(
            Subject.decide(
                Subject.evolve(null, other),
                new AbsorbSubject(OTHER, ID, DUPLICATE),
                FakeArchive.after(REGISTERED, other)))
        .isEqualTo(
            Decision.accept(
                new SubjectAbsorbed(
                    OTHER,
                    SubjectKind.PERSON,
                    List.of(MARRIED, ANNA),
                    IDENTIFIERS,
                    ID,
                    DUPLICATE)));
  }

  @Test
  void refusesToMergeARecordIntoItselfOrTwiceOrUnseen() {
    assertThat(deciding(KNOWN, new MergeSubject(ID, null, ID, DUPLICATE)))
        .isEqualTo(
            Decision.refuse(new Refusal.NotPossibleNow("into", Detail.of("subject.into-itself"))));
    assertThat(deciding(KNOWN, new MergeSubject(ID, 7L, OTHER, DUPLICATE)))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(7, 1)));
    assertThat(deciding(KNOWN, new AbsorbSubject(ID, OTHER, DUPLICATE)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(OTHER)));
  }

  @Test
  void aMergedRecordTakesNothingMoreAndNamesTheOneThatGoesOn() {
    Subject merged = Subject.evolve(KNOWN, MERGED);

    for (SubjectCommand command :
        List.of(
            new NameSubject(ID, MARRIED),
            new MergeSubject(ID, null, OTHER, DUPLICATE),
            new AbsorbSubject(ID, OTHER, DUPLICATE))) {
      assertThat(deciding(merged, command))
          .isEqualTo(
              Decision.refuse(
                  new Refusal.NotPossibleNow(
                      "id", Detail.of("subject.merged", "anna-berg", "anna-holm"))));
    }
  }

  @Test
  void replayingEventsGivesTheRecordAsItStands() {
    assertThat(Subject.evolve(KNOWN, NAMED))
        .isEqualTo(
            new Subject(ID, SubjectKind.PERSON, List.of(ANNA, MARRIED), IDENTIFIERS, 2, null));
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
