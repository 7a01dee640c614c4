package org.defter.query.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.fact.Standing;
import org.defter.query.search.language.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are asked for. Within a list any value will do; across fields all must hold; an empty
 * list and null ask for nothing.
 *
 * @param text what must be found in its words and names; null for anything
 * @param standings the words of {@link Standing}; empty for all; {@link #SUPERSEDED} alone for
 *     versions that are not what the archive says any more
 * @param values subject identifiers or words of the value
 * @param sources identifiers of cited sources
 * @param passages paragraphs of cited sources, {@code <source>#<paragraph>}
 * @param actors identifiers of those who made the newest change
 * @param reasons types of the reasons of the newest change
 * @param qualifiers circumstances
 * @param valid when it held
 * @param knownAt as the archive knew it then; null for now
 */
public record Criteria(
    @Nullable Expression text,
    List<String> subjects,
    List<String> properties,
    List<String> values,
    List<String> standings,
    List<String> sources,
    List<String> passages,
    List<String> actors,
    List<String> certainties,
    List<String> kinds,
    List<String> datatypes,
    List<String> reasons,
    List<QualifierFilter> qualifiers,
    @Nullable ValidFilter valid,
    @Nullable Instant knownAt) {

  /** The standings of what the archive says today. */
  static final List<String> COUNTING =
      Stream.of(Standing.values()).filter(Standing::counts).map(Standing::word).toList();

  /** The word for versions that a later one took the place of, whatever their standing was. */
  static final String SUPERSEDED = "superseded";

  /** Whether versions are asked for that are not what the archive says any more. */
  boolean superseded() {
    return standings.contains(SUPERSEDED);
  }

  /** The facts that count. */
  static Criteria counting(Times times) {
    return counting(List.of(), List.of(), times);
  }

  /** The facts about a subject that count. */
  public static Criteria about(String subject, Times times) {
    return counting(List.of(subject), List.of(), times);
  }

  /** The facts that cite a source and count. */
  public static Criteria citing(String source, Times times) {
    return counting(List.of(), List.of(source), times);
  }

  /** The same question of these subjects and values. */
  Criteria naming(List<String> subjects, List<String> values) {
    return with(text, subjects, values);
  }

  private static Criteria counting(List<String> subjects, List<String> sources, Times times) {
    List<String> any = List.of();
    return new Criteria(
        null,
        subjects,
        any,
        any,
        COUNTING,
        sources,
        any,
        any,
        any,
        any,
        any,
        any,
        List.of(),
        times.valid(),
        times.knownAt());
  }

  /**
   * A circumstance.
   *
   * @param property its property
   * @param value its value as the facet shows it; null for any
   */
  public record QualifierFilter(String property, @Nullable String value) {}

  /**
   * A stretch of valid time.
   *
   * @param from its first day; null when it has no beginning
   * @param to its last day; null when it has no end
   * @param mode how a fact's own time must lie to it
   */
  public record ValidFilter(@Nullable LocalDate from, @Nullable LocalDate to, ValidMode mode) {}

  /** How a fact's valid time lies to the time asked for. */
  public enum ValidMode {
    /** For some meaning of its date it held at some time in it. */
    POSSIBLY,
    /** Whatever its date means it held at some time in it. */
    CERTAINLY,
    /** For some meaning of its date it held in it and never outside. */
    POSSIBLY_WITHIN,
    /** Whatever its date means it held in it and never outside. */
    CERTAINLY_WITHIN
  }

  /** The same, asking for other words. */
  Criteria withText(@Nullable Expression other) {
    return with(other, subjects, values);
  }

  private Criteria with(@Nullable Expression text, List<String> subjects, List<String> values) {
    return new Criteria(
        text,
        subjects,
        properties,
        values,
        standings,
        sources,
        passages,
        actors,
        certainties,
        kinds,
        datatypes,
        reasons,
        qualifiers,
        valid,
        knownAt);
  }

  /** In which order. */
  public enum Sort {
    /** The best match first. */
    RELEVANCE,
    /** What began first; what has no date last. */
    VALID,
    /** The newest change first. */
    RECORDED,
    /** By the subject's identifier, then as {@link #VALID}. */
    SUBJECT,
    /** By the property's identifier, then as {@link #VALID}. */
    PROPERTY
  }
}
