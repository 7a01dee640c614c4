package org.defter.ingest.imports;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what is known already. Two statements are about the same when subject, property and
 * value agree; of those, the first rule that applies decides:
 *
 * <ol>
 *   <li>A fact that once said this, at this time and with these qualifiers, and cites these words:
 *       nothing is to be done. "Once" makes an import repeatable whatever happened to the fact
 *       since: it may have been corrected or retracted. To a claim without a time every time will
 *       do, as by rule 2.
 *   <li>An accepted fact that says so today, with these qualifiers and at this time, or at some
 *       time when the claim has none: a further citation.
 *   <li>An accepted fact that says so today with these qualifiers and at no time, when the claim
 *       has one: the fact gains a time.
 *   <li>An accepted fact that says so today at this time with other qualifiers: a new fact, which
 *       may be a duplicate.
 *   <li>Otherwise a new fact.
 * </ol>
 *
 * <p>A claim without a time, where several accepted facts say so at different times, could belong
 * to any of them: it is a new fact too, and possibly a duplicate of the first.
 */
final class Matching {

  private Matching() {}

  /**
   * Decides what a claim is.
   *
   * @param candidates every fact that ever stated the claim's key
   */
  static Match match(Claim claim, List<History> candidates) {
    FactId known = first(candidates, fact -> saidAndCited(claim, fact));
    if (known != null) {
      return new Match.Unchanged(known);
    }
    List<History> current =
        candidates.stream()
            .filter(History::counts)
            .filter(fact -> claim.key().equals(StatementKey.of(fact.now().statement())))
            .toList();
    List<History> alike =
        current.stream().filter(fact -> claim.sameQualifiersAs(fact.now().statement())).toList();
    FactId same = first(alike, fact -> sameTime(claim, fact.now().statement()));
    if (same != null) {
      return new Match.Cites(same);
    }
    if (claim.valid() == null && !alike.isEmpty()) {
      return alike.size() == 1
          ? new Match.Cites(alike.getFirst().id())
          : new Match.New(alike.getFirst().id());
    }
    return alike.stream()
        .filter(fact -> fact.now().statement().valid() == null)
        .findFirst()
        .<Match>map(undated -> dates(claim, undated))
        .orElseGet(() -> new Match.New(first(current, fact -> differsInQualifiers(claim, fact))));
  }

  private static boolean saidAndCited(Claim claim, History fact) {
    boolean said =
        fact.statements().stream()
            .anyMatch(once ->
                claim.key().equals(StatementKey.of(once))
                    && claim.sameQualifiersAs(once)
                    && (claim.valid() == null || sameTime(claim, once)));
    return said && fact.statements().stream().anyMatch(claim::citedBy);
  }

  private static Match dates(Claim claim, History undated) {
    return new Match.Dates(
        undated.id(), undated.now().version(), claim.citedBy(undated.now().statement()));
  }

  private static boolean differsInQualifiers(Claim claim, History fact) {
    Statement statement = fact.now().statement();
    return sameTime(claim, statement) && !claim.sameQualifiersAs(statement);
  }

  private static boolean sameTime(Claim claim, Statement statement) {
    return Objects.equals(claim.valid(), statement.valid());
  }

  private static @Nullable FactId first(List<History> facts, Predicate<History> that) {
    return facts.stream().filter(that).map(History::id).findFirst().orElse(null);
  }
}
