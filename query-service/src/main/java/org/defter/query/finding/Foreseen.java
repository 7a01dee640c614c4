package org.defter.query.finding;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.fact.Statement;
import org.defter.core.finding.Grade;
import org.defter.core.finding.Pair;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.query.fact.Mentions;
import org.defter.query.finding.FindingView.OneOfTwo;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a statement would repeat or contradict, before it is recorded. */
@Component
public final class Foreseen {

  /** As many as an archivist can look at; the nearest ones. */
  private static final int SHOWN = 20;

  private static final int MOST_COMPARED = 1_000;

  private final ReadModel readModel;
  private final LabelFinder labels;

  Foreseen(ReadModel readModel, LabelFinder labels) {
    this.readModel = readModel;
    this.labels = labels;
  }

  /**
   * A fact that says something of the same subject by the same property.
   *
   * @param contradicts how surely it would be contradicted; null when not
   * @param repeats how surely it would be repeated; null when not
   */
  public record Beside(OneOfTwo fact, @Nullable Grade contradicts, @Nullable Grade repeats) {

    /** What is to be decided about comes first, and what is certain before what is possible. */
    private int weight() {
      return -3 * weight(contradicts) - 2 * weight(repeats);
    }

    private static int weight(@Nullable Grade grade) {
      return grade == null ? 0 : grade == Grade.CERTAIN ? 2 : 1;
    }
  }

  /** Facts beside a statement, those that matter first, and what they and it name is called. */
  public record Answer(List<Beside> facts, Labels labels) {}

  /**
   * The facts that stand beside a statement.
   *
   * @param itself the fact that is to say it; null for a new one
   */
  public Answer of(Statement statement, @Nullable FactId itself, List<Locale> readers) {
    Rules rules = Rules.now(readModel);
    String property = statement.property().value();
    List<String> ids =
        new Sketches(readModel)
            .ofSubjects(rules.merged().family(statement.subject().value())).stream()
                .filter(fact -> fact.property().equals(property))
                .map(Sketch::id)
                .filter(id -> itself == null || !id.equals(itself.value()))
                .limit(MOST_COMPARED)
                .toList();
    List<Beside> beside =
        readModel.getAll(Index.FACTS, ids, Candidate.FIELDS, Candidate.class).values().stream()
            .filter(fact -> fact.standing().counts())
            .map(fact -> beside(statement, fact, rules))
            .sorted(Comparator.comparingInt(Beside::weight))
            .limit(SHOWN)
            .toList();
    Set<ArchiveId> named = new LinkedHashSet<>();
    Stream.concat(Stream.of(statement), beside.stream().map(one -> one.fact().statement()))
        .forEach(one -> named.addAll(Mentions.in(one)));
    return new Answer(beside, labels.of(named, readers));
  }

  private static Beside beside(Statement statement, Candidate fact, Rules rules) {
    Pair pair = new Pair(statement, fact.statement(), rules.merged()::survivor);
    boolean single = rules.watch(Kind.CONTRADICTION, statement.property().value());
    return new Beside(OneOfTwo.of(fact), single ? pair.contradiction() : null, pair.repetition());
  }
}
