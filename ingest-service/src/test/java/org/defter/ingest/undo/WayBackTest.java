package org.defter.ingest.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.DisputeFact;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.fact.FactCommand.WithdrawCitation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;
import org.defter.core.value.Quantity;
import org.defter.ingest.FakeArchive;
import org.defter.ingest.batch.StoredRows.Span;
import org.junit.jupiter.api.Test;

class WayBackTest {

  private static final FactId ID = new FactId("f1");
  private static final Reason WHY = new Reason(ReasonType.OTHER, "undo of batch b");

  private final FakeArchive archive =
      new FakeArchive()
          .source("s", "one two three")
          .subject("x")
          .property("said", Datatype.QUANTITY);
  private final List<FactEvent> events = new ArrayList<>();

  private Fact now() {
    Fact fact = null;
    for (FactEvent event : events) {
      fact = Fact.evolve(fact, event);
    }
    return Objects.requireNonNull(fact);
  }

  private void happens(FactCommand command) {
    Fact before = events.isEmpty() ? null : now();
    switch (Fact.decide(before, command, archive)) {
      case Decision.Accepted<FactEvent>(var accepted) -> events.addAll(accepted);
      case Decision.Refused<FactEvent>(var refusal) -> throw new AssertionError(refusal.detail());
    }
  }

  private void recorded() {
    happens(
        new RecordFact(
            ID,
            new Draft(
                new SubjectId("x"),
                new PropertyId("said"),
                new Quantity("1", null, false),
                List.of(),
                null,
                null,
                List.of(cite("one")),
                null)));
  }

  private static CitationDraft cite(String words) {
    return new CitationDraft(new SourceId("s"), null, Quote.of(words), null, null);
  }

  private static CorrectFact correct(String amount, String valid, CitationDraft... further) {
    return new CorrectFact(
        ID,
        null,
        new Changes(
            null,
            null,
            new Quantity(amount, null, false),
            null,
            new ValidTime(Edtf.parse(valid)),
            null,
            List.of(further)),
        WHY);
  }

  /** Goes the way back of what happened after a version, and says with which commands. */
  private List<String> goBack(Span... spans) {
    WayBack way = WayBack.of(List.of(spans), events, WHY);
    assertThat(way).isInstanceOf(WayBack.By.class);
    List<FactCommand> commands = ((WayBack.By) way).commands();
    commands.forEach(this::happens);
    return commands.stream().map(command -> command.getClass().getSimpleName()).toList();
  }

  @Test
  void retractsWhatTheBatchRecorded() {
    recorded();

    assertThat(goBack(new Span(0, 1))).containsExactly("RetractFact");
    assertThat(now().standing()).isEqualTo(Standing.RETRACTED);
  }

  @Test
  void retractsOnceThoughSeveralRowsWereAboutTheFact() {
    recorded();
    happens(new CiteSource(ID, null, cite("two")));
    happens(correct("2", "1991"));

    assertThat(goBack(new Span(0, 1), new Span(1, 2), new Span(2, 3)))
        .containsExactly("RetractFact");
  }

  @Test
  void correctsBackAndWithdrawsTheFurtherCitations() {
    recorded();
    Statement before = now().statement();
    happens(correct("2", "1991", cite("two")));
    happens(new CiteSource(ID, null, cite("three")));

    assertThat(goBack(new Span(1, 2), new Span(2, 3)))
        .containsExactly("CorrectFact", "WithdrawCitation", "WithdrawCitation");
    assertThat(now().statement()).isEqualTo(before);
  }

  @Test
  void keepsADisputeThatWasThereBefore() {
    recorded();
    happens(new DisputeFact(ID, null, WHY));
    happens(correct("2", "1991"));

    assertThat(goBack(new Span(2, 3))).containsExactly("CorrectFact");
    assertThat(now().standing()).isEqualTo(Standing.DISPUTED);
  }

  @Test
  void leavesAFactThatWasTouchedSince() {
    recorded();
    happens(correct("2", "1991"));

    assertThat(WayBack.of(List.of(new Span(0, 1)), events, WHY))
        .isEqualTo(new WayBack.TouchedSince(1, 2));
  }

  @Test
  void leavesAFactThatWasTouchedBetweenTwoRows() {
    recorded();
    happens(new CiteSource(ID, null, cite("two")));
    happens(correct("2", "1991"));

    assertThat(WayBack.of(List.of(new Span(0, 1), new Span(2, 3)), events, WHY))
        .isEqualTo(new WayBack.TouchedSince(3, 3));
  }

  @Test
  void undoesAnUndoing() {
    recorded();
    happens(correct("2", "1991", cite("two")));
    Statement corrected = now().statement();
    goBack(new Span(1, 2));
    int undone = events.size();

    assertThat(goBack(new Span(2, undone))).containsExactly("CorrectFact", "CiteSource");
    assertThat(now().statement().value()).isEqualTo(corrected.value());
    assertThat(now().statement().citations())
        .extracting(citation -> citation.passage().exact())
        .containsExactly("one", "two");
  }

  @Test
  void undoesTheUndoingOfARecordedFactAndBackAgain() {
    recorded();
    happens(new RetractFact(ID, null, WHY));

    assertThat(goBack(new Span(1, 2))).containsExactly("ReinstateFact");
    assertThat(now().standing()).isEqualTo(Standing.ACCEPTED);
    assertThat(goBack(new Span(2, 3))).containsExactly("RetractFact");
  }

  @Test
  void citesAgainBeforeItWithdrawsTheOnlyCitationLeft() {
    recorded();
    happens(new CiteSource(ID, null, cite("two")));
    happens(new WithdrawCitation(ID, null, 1, WHY));

    assertThat(goBack(new Span(1, 3))).containsExactly("CiteSource", "WithdrawCitation");
  }

  @Test
  void makesEachCommandForTheVersionTheOneBeforeLeaves() {
    recorded();
    happens(correct("2", "1991", cite("two")));

    WayBack.By way = (WayBack.By) WayBack.of(List.of(new Span(1, 2)), events, WHY);

    assertThat(way.commands().stream().flatMap(c -> Stream.ofNullable(c.expectedVersion())))
        .containsExactly(2L, 3L);
  }
}
