package org.defter.query.correction;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defter.core.correction.Correction.State;
import org.defter.core.decision.ReasonType;
import org.defter.core.value.VocabularyTerm;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which proposed corrections are asked for. Within a list any value will do; across fields all must
 * hold; an empty list and null ask for nothing.
 *
 * @param words what must be found in the words of proposer or reviewer
 * @param states what became of them
 * @param sources identifiers of cited sources
 * @param collections sources, each meaning itself and everything below it
 * @param proposers identifiers of who proposed them
 * @param reviewers identifiers of who accepted or declined them
 * @param reasons types of reason
 * @param olderThan how long ago they were proposed at least; null for any time
 * @param proposedFrom record time, included; null from the beginning
 * @param proposedTo record time, included; null to the end
 * @param order oldest or newest first
 * @param size how many to a page
 * @param cursor where to go on; null for the first page
 */
public record QueueRequest(
    @Nullable String words,
    List<String> states,
    List<String> sources,
    List<String> collections,
    List<String> facts,
    List<String> subjects,
    List<String> properties,
    List<String> proposers,
    List<String> reviewers,
    List<String> reasons,
    @Nullable Duration olderThan,
    @Nullable Instant proposedFrom,
    @Nullable Instant proposedTo,
    SortOrder order,
    int size,
    @Nullable String cursor) {

  private static final String ALL = "all";
  private static final Duration LONGEST = Duration.ofDays(36_525);
  private static final Map<String, SortOrder> ORDERS =
      Map.of("oldest", SortOrder.Asc, "newest", SortOrder.Desc);
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "state",
          "source",
          "collection",
          "fact",
          "subject",
          "property",
          "proposer",
          "reviewer",
          "reason",
          "olderThan",
          "proposedFrom",
          "proposedTo",
          "order",
          "size",
          "cursor");

  /**
   * Reads the parameters; without a state, what is still open is asked for.
   *
   * @throws org.defter.query.problem.ProblemException naming the parameter that makes no sense
   */
  public static QueueRequest of(Parameters given) {
    given.allowing(KNOWN);
    return new QueueRequest(
        given.text("q"),
        states(given),
        given.texts("source"),
        given.texts("collection"),
        given.texts("fact"),
        given.texts("subject"),
        given.texts("property"),
        given.texts("proposer"),
        given.texts("reviewer"),
        given.words("reason", words(ReasonType.values())),
        given.text("olderThan") == null
            ? null
            : given.duration("olderThan", Duration.ZERO, LONGEST),
        given.beginningOf("proposedFrom"),
        given.endOf("proposedTo"),
        given.choice("order", ORDERS, SortOrder.Asc),
        given.number("size", 50, 0, 200),
        given.text("cursor"));
  }

  private static List<String> states(Parameters given) {
    Set<String> known = words(State.values());
    known.add(ALL);
    List<String> states = given.words("state", known);
    if (states.contains(ALL)) {
      return List.of();
    }
    return states.isEmpty() ? List.of(State.PROPOSED.word()) : states;
  }

  /** The words of a vocabulary as they stand in JSON. */
  private static Set<String> words(VocabularyTerm[] vocabulary) {
    return Arrays.stream(vocabulary)
        .map(VocabularyTerm::word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    QueueRequest question =
        new QueueRequest(
            words,
            states,
            sources,
            collections,
            facts,
            subjects,
            properties,
            proposers,
            reviewers,
            reasons,
            olderThan,
            proposedFrom,
            proposedTo,
            order,
            0,
            null);
    return Integer.toHexString(question.toString().hashCode());
  }
}
