package org.defter.ingest.source;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.id.SourceId;
import org.defter.core.source.Access;
import org.defter.core.source.Level;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.source.SourceCommand.Reading;
import org.defter.core.source.SourceCommand.ReviseTranscription;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.AggregateFixture;
import org.defter.ingest.FakeArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceAggregateTest {

  private static final Reason SLIP = new Reason(ReasonType.TRANSCRIPTION_ERROR, "a slip");
  private static final SourceId ID = new SourceId("essay");
  private static final LanguageTag ENGLISH = new LanguageTag("en");
  private static final SourceEvent DEPOSITED =
      new SourceEvent.SourceDeposited(ID, description(null), Transcription.of(1, "one", ENGLISH));

  private final AggregateFixture<SourceAggregate> fixture =
      new AggregateFixture<>(SourceAggregate.class, new FakeArchive().source("fonds", "all"));

  private static SourceDescription description(@Nullable SourceId parent) {
    return new SourceDescription(
        "An essay", null, List.of(), null, List.of(ENGLISH), Level.ITEM, parent, Access.OPEN);
  }

  @Test
  void takesADocumentIn() {
    fixture
        .given(new DepositSource(ID, description(null), new Reading("one", ENGLISH)))
        .leadsTo(DEPOSITED);
  }

  @Test
  void takesADocumentInThatNobodyHasReadYet() {
    fixture
        .given(new DepositSource(ID, description(new SourceId("fonds")), null))
        .leadsTo(new SourceEvent.SourceDeposited(ID, description(new SourceId("fonds")), null));
  }

  @Test
  void refusesAnUnknownParent() {
    fixture
        .given(new DepositSource(ID, description(new SourceId("none")), null))
        .isRefused(Refusal.UnknownReference.class, "parent");
  }

  @Test
  void revisesTheTranscription() {
    fixture
        .given(new ReviseTranscription(ID, 1L, new Reading("two", ENGLISH), SLIP), DEPOSITED)
        .leadsTo(
            new SourceEvent.TranscriptionRevised(
                ID, description(null), Transcription.of(2, "two", ENGLISH), SLIP));
  }

  @Test
  void refusesARevisionOfAnotherVersion() {
    fixture
        .given(new ReviseTranscription(ID, 2L, new Reading("two", ENGLISH), SLIP), DEPOSITED)
        .isRefused(Refusal.StaleVersion.class, "If-Match");
  }

  @Test
  void refusesTheSameTextAgain() {
    fixture
        .given(new ReviseTranscription(ID, 1L, new Reading("one", ENGLISH), SLIP), DEPOSITED)
        .isRefused(Refusal.NothingChanges.class, "text");
  }
}
