package org.defter.query.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Origin;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectEvent;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.defter.query.search.TwoTimesModel.KnownFact;

/**
 * Random lives of a subject and the facts about it: recorded, corrected, cited, doubted, taken out
 * and back, merged; often several events in one millisecond, or in two that follow each other.
 */
final class TwoTimesHistories {

  static final int WORDS = 40;
  static final int PROPERTIES = 4;
  static final int SOURCES = 3;
  static final int ACTORS = 3;
  private static final List<Certainty> CERTAINTIES = List.of(Certainty.values());
  private static final List<LanguageTag> LANGUAGES =
      List.of(new LanguageTag("en"), new LanguageTag("ru"), new LanguageTag("und"));
  private static final Reason REASON = new Reason(ReasonType.POLICY, null);

  /** The moments at which anything happens: many histories change at the very same ones. */
  final List<Instant> moments = new ArrayList<>();

  private final Random random;
  private final TwoTimesDates dates;
  private final TwoTimesModel model;
  private final List<RecordedEvent> events = new ArrayList<>();

  TwoTimesHistories(Random random, TwoTimesModel model) {
    this.random = random;
    this.dates = new TwoTimesDates(random);
    this.model = model;
    Duration[] pauses = {
      Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(1), Duration.ofHours(13)
    };
    Instant moment = Instant.parse("2026-01-01T00:00:00Z");
    for (int number = 0; number < 48; number++) {
      moments.add(moment);
      moment = moment.plus(pauses[random.nextInt(pauses.length)]);
    }
  }

  /** What happened, in the order of each subject and fact. */
  List<RecordedEvent> events() {
    return events;
  }

  static SubjectId subject(int history) {
    return new SubjectId("h" + history);
  }

  /** A word that is in no other subject's names. */
  static String name(int history, int number) {
    return "nam" + history + "x" + number;
  }

  /** Adds a history of 4 to 10 events. */
  void add(int history) {
    int moment = random.nextInt(24);
    int names = 1;
    List<FactId> facts = new ArrayList<>();
    happen(moment, named(history, names));
    for (int steps = 3 + random.nextInt(7); steps > 0; steps--) {
      if (random.nextInt(10) > 2) {
        moment = Math.min(moments.size() - 1, moment + 1 + random.nextInt(5));
      }
      int chance = random.nextInt(10);
      if (facts.isEmpty() || (chance < 2 && facts.size() < 3)) {
        FactId id = new FactId("h" + history + "f" + facts.size());
        facts.add(id);
        happen(moment, new FactEvent.FactRecorded(id, statement(history), Standing.ACCEPTED));
      } else if (chance == 2) {
        happen(moment, named(history, ++names));
      } else {
        change(moment, facts.get(random.nextInt(facts.size())), history);
      }
    }
  }

  private SubjectEvent named(int history, int names) {
    List<Name> all = new ArrayList<>();
    for (int number = 1; number <= names; number++) {
      all.add(new Name(name(history, number), LANGUAGES.getFirst(), null));
    }
    return names == 1
        ? new SubjectEvent.SubjectRegistered(subject(history), SubjectKind.PERSON, all, List.of())
        : new SubjectEvent.SubjectNamed(subject(history), SubjectKind.PERSON, all, List.of());
  }

  /** What can happen to a fact that stands as it does. */
  private void change(int moment, FactId id, int history) {
    KnownFact now = Objects.requireNonNull(model.fact(id, null));
    Statement says = now.statement();
    FactEvent event =
        switch (now.standing()) {
          case ACCEPTED ->
              random.nextInt(3) == 0
                  ? new FactEvent.FactDisputed(id, says, Standing.DISPUTED, REASON)
                  : inUse(id, now, history);
          case DISPUTED ->
              random.nextInt(3) == 0
                  ? new FactEvent.DisputeSettled(id, says, Standing.ACCEPTED, REASON)
                  : inUse(id, now, history);
          case DEPRECATED ->
              random.nextBoolean()
                  ? new FactEvent.FactRetracted(id, says, Standing.RETRACTED, REASON)
                  : new FactEvent.FactReinstated(id, says, Standing.ACCEPTED, REASON);
          case RETRACTED, MERGED ->
              new FactEvent.FactReinstated(id, says, Standing.ACCEPTED, REASON);
        };
    happen(moment, event);
  }

  private FactEvent inUse(FactId id, KnownFact now, int history) {
    Statement says = now.statement();
    return switch (random.nextInt(8)) {
      case 0 -> new FactEvent.FactRetracted(id, says, Standing.RETRACTED, REASON);
      case 1 -> new FactEvent.FactDeprecated(id, says, Standing.DEPRECATED, REASON);
      case 2 ->
          new FactEvent.FactMerged(
              id, says, Standing.MERGED, new FactId("h" + history + "f9"), REASON);
      case 3 -> {
        List<Citation> further = new ArrayList<>(says.citations());
        further.add(citation(further.size() + 1));
        yield new FactEvent.CitationAdded(
            id, citing(says, further), now.standing(), further.size());
      }
      case 4 ->
          new FactEvent.CitationWithdrawn(
              id, citing(says, says.citations().subList(0, 1)), now.standing(), 2, REASON);
      default -> new FactEvent.FactCorrected(id, statement(history), now.standing(), REASON);
    };
  }

  private static Statement citing(Statement says, List<Citation> citations) {
    return new Statement(
        says.subject(),
        says.property(),
        says.value(),
        says.qualifiers(),
        says.valid(),
        says.certainty(),
        citations,
        null);
  }

  /** A correction sometimes finds that it was another subject. */
  private Statement statement(int history) {
    return new Statement(
        subject(random.nextInt(8) == 0 ? Math.max(0, history - 1) : history),
        new PropertyId("p" + random.nextInt(PROPERTIES)),
        new Value.Text(words(1 + random.nextInt(3)), LANGUAGES.get(random.nextInt(3))),
        List.of(),
        dates.date(),
        CERTAINTIES.get(random.nextInt(CERTAINTIES.size())),
        List.of(citation(1)),
        null);
  }

  private Citation citation(int number) {
    String exact = words(2);
    Passage passage =
        new Passage(
            1,
            LANGUAGES.get(random.nextInt(3)),
            1,
            exact,
            words(1) + " ",
            "",
            9,
            9 + exact.length());
    SourceId source = new SourceId("s" + random.nextInt(SOURCES));
    return new Citation(number, source, passage, null, Certainty.CERTAIN);
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      words.add("wort" + random.nextInt(WORDS));
    }
    return String.join(" ", words);
  }

  private void happen(int moment, ArchiveEvent event) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    Actor actor = new Actor("a" + random.nextInt(ACTORS), null, "archivist");
    RecordedEvent recorded =
        new RecordedEvent(
            id,
            model.versions(event.id()) + 1,
            moments.get(moment),
            new Origin(actor, null, id, id, id),
            event);
    events.add(recorded);
    model.learn(recorded);
  }
}
