package org.defter.core.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.fact.FactCommand.ReanchorCitation;
import org.defter.core.fact.FactEvent.CitationReanchored;
import org.defter.core.fact.FactEvent.CitationUnanchored;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Passage;
import org.defter.core.source.Reanchored;
import org.defter.core.source.Reanchoring;

/** The citations of a fact, when the transcriptions they point into are revised. */
final class Anchors {

  private Anchors() {}

  /**
   * Moves every citation of the source that points into an earlier revision, or says of it that its
   * words are not found. What was done before is not done again.
   */
  static Decision<FactEvent> follow(Fact fact, FollowRevision command, Archive archive) {
    List<FactEvent> events = new ArrayList<>();
    Statement statement = fact.statement();
    for (Citation citation : fact.statement().citations()) {
      if (isBehind(fact, citation, command)) {
        Passage passage = citation.passage();
        Reanchoring reanchoring =
            archive.reanchoring(command.source(), passage.revision(), command.revision());
        if (reanchoring == null) {
          return Decision.refuse(
              new Refusal.NotPossibleNow(
                  "revision",
                  Detail.of("source.no-revision", command.source().value(), command.revision())));
        }
        Reanchored reanchored = reanchoring.find(passage);
        if (reanchored instanceof Reanchored.Found(Passage moved)) {
          statement = statement.moving(citation, moved);
        }
        events.add(event(fact, statement, citation, reanchored, command.revision()));
      }
    }
    return events.isEmpty()
        ? Decision.refuse(new Refusal.NothingChanges("revision", Detail.of("citation.looked-for")))
        : new Decision.Accepted<>(events);
  }

  private static boolean isBehind(Fact fact, Citation citation, FollowRevision command) {
    return citation.source().equals(command.source())
        && citation.passage().revision() < command.revision()
        && fact.unanchored().getOrDefault(citation.number(), 0) < command.revision();
  }

  private static FactEvent event(
      Fact fact, Statement statement, Citation citation, Reanchored reanchored, int revision) {
    return switch (reanchored) {
      case Reanchored.Found _ ->
          new CitationReanchored(
              fact.id(),
              statement,
              fact.standing(),
              citation.number(),
              citation.passage().revision(),
              null);
      case Reanchored.Ambiguous(List<Passage> candidates) ->
          unanchored(fact, statement, citation, revision, AnchorState.AMBIGUOUS, candidates);
      case Reanchored.Lost(List<Passage> candidates) ->
          unanchored(fact, statement, citation, revision, AnchorState.LOST, candidates);
    };
  }

  private static CitationUnanchored unanchored(
      Fact fact,
      Statement statement,
      Citation citation,
      int revision,
      AnchorState state,
      List<Passage> candidates) {
    return new CitationUnanchored(
        fact.id(), statement, fact.standing(), citation.number(), revision, state, candidates);
  }

  /** Points a citation at the words that a person chose. */
  static Decision<FactEvent> choose(Fact fact, ReanchorCitation command, Archive archive) {
    Citation citation =
        fact.statement().citations().stream()
            .filter(one -> one.number() == command.citation())
            .findFirst()
            .orElse(null);
    if (citation == null) {
      return Decision.refuse(
          new Refusal.NotPossibleNow(
              "citation", Detail.of("fact.no-citation", command.citation())));
    }
    Passage passage = citation.passage();
    Anchoring text = archive.transcription(citation.source(), command.revision());
    if (text == null || text.transcription().revision() < passage.revision()) {
      return Decision.refuse(
          new Refusal.NotPossibleNow(
              "revision",
              Detail.of(
                  "citation.no-such-revision", citation.source().value(), passage.revision())));
    }
    List<Passage> found = text.find(command.quote());
    if (found.size() != 1) {
      return Decision.refuse(Resolution.notInOnePlace("quote", command.quote(), found, text));
    }
    return found.getFirst().equals(passage)
        ? Decision.refuse(new Refusal.NothingChanges("quote", Detail.of("citation.points-there")))
        : Decision.accept(
            new CitationReanchored(
                fact.id(),
                fact.statement().moving(citation, found.getFirst()),
                fact.standing(),
                citation.number(),
                passage.revision(),
                command.reason()));
  }

  /**
   * The citations that were looked for in vain, after an event.
   *
   * @return by number, the newest revision that was searched
   */
  static Map<Integer, Integer> unanchored(Fact before, FactEvent event) {
    if (before.unanchored().isEmpty() && !(event instanceof CitationUnanchored)) {
      return before.unanchored();
    }
    Map<Integer, Integer> unanchored = new HashMap<>(before.unanchored());
    // A citation that was moved, by whomever, or taken away is looked for no more.
    unanchored
        .keySet()
        .removeIf(number ->
            before.statement().citations().stream()
                .filter(citation -> citation.number() == number)
                .noneMatch(event.statement().citations()::contains));
    if (event instanceof CitationUnanchored marked) {
      unanchored.put(marked.citation(), marked.revision());
    }
    return unanchored;
  }
}
