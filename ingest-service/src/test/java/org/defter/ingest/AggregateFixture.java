package org.defter.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Refusal;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Origin;
import org.defter.core.id.Actor;
import org.defter.ingest.command.ArchiveIdResolver;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.ThrownRefusal;
import org.defter.ingest.store.StoredMessages;

/** Given events, when a command, then events or a refusal: through Axon, as it runs. */
public final class AggregateFixture<T> {

  /** Who every command is from. */
  public static final Actor ACTOR = new Actor("ann", null, "archivist");

  private static final Map<String, ?> SENT =
      Map.of(StoredMessages.ORIGIN, new Origin(ACTOR, null, "command", "correlation", "causation"));

  private final AggregateTestFixture<T> fixture;

  /** A fixture for one kind of aggregate. */
  public AggregateFixture(Class<T> type, FakeArchive archive) {
    this.fixture = new AggregateTestFixture<>(type);
    fixture.registerInjectableResource(archive);
    fixture.registerCommandTargetResolver(new ArchiveIdResolver());
  }

  /** What came before, and what is asked now. */
  public final class Asked {
    private final ArchiveCommand command;
    private final List<ArchiveEvent> before;

    private Asked(ArchiveCommand command, List<ArchiveEvent> before) {
      this.command = command;
      this.before = before;
    }

    /** It leads to these events, and to a receipt for the last of them. */
    public void leadsTo(ArchiveEvent... events) {
      fixture
          .given(before)
          .when(command, SENT)
          .expectEvents((Object[]) events)
          .expectResultMessagePayloadMatching(
              matches(outcome ->
                  outcome instanceof Outcome.Done(var receipt)
                      && receipt.version() == before.size() + events.length
                      && receipt.id().equals(command.id())));
    }

    /** It is refused like this, and nothing happens. */
    public void isRefused(Class<? extends Refusal> kind, String field) {
      if (before.isEmpty()) {
        fixture
            .given(before)
            .when(command, SENT)
            .expectNoEvents()
            .expectException(
                matches(thrown ->
                    thrown instanceof ThrownRefusal refused && is(refused.refusal(), kind, field)));
      } else {
        fixture
            .given(before)
            .when(command, SENT)
            .expectNoEvents()
            .expectResultMessagePayloadMatching(
                matches(outcome ->
                    outcome instanceof Outcome.Refused(var refusal) && is(refusal, kind, field)));
      }
    }
  }

  private static boolean is(Refusal refusal, Class<? extends Refusal> kind, String field) {
    Assertions.assertThat(refusal).isInstanceOf(kind);
    Assertions.assertThat(refusal.field()).isEqualTo(field);
    Assertions.assertThat(refusal.detail().toString()).isNotBlank();
    return true;
  }

  @SuppressWarnings("unchecked")
  private static <V> org.hamcrest.Matcher<V> matches(Predicate<Object> expected) {
    return (org.hamcrest.Matcher<V>) Matchers.matches(expected);
  }

  /** Given these events, when this command. */
  public Asked given(ArchiveCommand command, ArchiveEvent... before) {
    return new Asked(command, Arrays.asList(before));
  }
}
