package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.ArchiveCommand;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.ingest.batch.BatchRow;
import org.defter.ingest.batch.RowResult;

/**
 * Decides what is to be done for the rows of one chunk, in order, each seeing what those before it
 * will have done. Decides anew, from what the archive holds then, when a chunk is tried again.
 */
final class ChunkPlan {

  private final KnownFacts known;
  private final Set<FactId> takenFacts;
  private final Set<SubjectId> missingSubjects;
  private final Vocabulary vocabulary;
  private final Subjects subjects;
  private final Set<PropertyId> defined = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<BatchRow> problems = new ArrayList<>();

  /**
   * @param known the facts its rows may meet
   * @param takenFacts those of the identifiers its rows name that a fact has
   */
  ChunkPlan(
      List<ReadRow> rows,
      KnownFacts known,
      Set<FactId> takenFacts,
      Vocabulary vocabulary,
      Subjects subjects) {
    this.known = known;
    this.takenFacts = takenFacts;
    this.vocabulary = vocabulary;
    this.subjects = subjects;
    this.missingSubjects = subjects.missingAmong(mentionedIn(rows));
    rows.forEach(this::decide);
  }

  private static Set<SubjectId> mentionedIn(List<ReadRow> rows) {
    return rows.stream()
        .flatMap(row -> row.row().mentions().stream())
        .map(Mention::id)
        .collect(Collectors.toSet());
  }

  private void decide(ReadRow row) {
    Claim claim = row.claim();
    Match match = Matching.match(claim, known.stating(claim.key()));
    if (match instanceof Match.New && isTaken(claim)) {
      problems.add(
          row.outcome(RowResult.REFUSED)
              .saying("id", Detail.of("ingest.row.id-taken", claim.id().value())));
      return;
    }
    Foreseen foreseen = Foreseen.of(claim, match, known);
    List<ArchiveCommand> commands = new ArrayList<>();
    if (foreseen != null) {
      commands.addAll(definitions(claim));
      commands.addAll(registrations(row.row()));
      commands.add(foreseen.command());
      known.add(foreseen.event());
    }
    steps.add(new Step(row, match, commands, foreseen == null ? null : foreseen.event()));
  }

  private boolean isTaken(Claim claim) {
    return known.has(claim.id()) || takenFacts.contains(claim.id());
  }

  private List<DefineProperty> definitions(Claim claim) {
    return Stream.concat(
            Stream.of(claim.key().property()), claim.qualifiers().stream().map(Qualifier::property))
        .filter(defined::add)
        .map(vocabulary::definition)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<ArchiveCommand> registrations(FactRow row) {
    return row.mentions().stream()
        .filter(mention -> missingSubjects.remove(mention.id()))
        .<ArchiveCommand>map(subjects::registration)
        .toList();
  }

  /** What is to be done, for each row that is not refused. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The rows that are refused. */
  List<BatchRow> problems() {
    return List.copyOf(problems);
  }
}
