package org.defter.core.decision;

import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;

/** Why a command is refused. Each kind is one problem type of the HTTP API (RFC 9457). */
public sealed interface Refusal {

  /** The field of the command that is at fault, for example {@code citations[0].quote}. */
  String field();

  /** What is wrong and what to do about it, for people. */
  Detail detail();

  /**
   * What the command is about does not exist.
   *
   * @param id what was named
   */
  record NotFound(ArchiveId id) implements Refusal {
    @Override
    public String field() {
      return "id";
    }

    @Override
    public Detail detail() {
      return Detail.of("refusal.not-found", id.kind(), id.value());
    }
  }

  /**
   * The identifier is taken.
   *
   * @param id what was to be created
   */
  record AlreadyExists(ArchiveId id) implements Refusal {
    @Override
    public String field() {
      return "id";
    }

    @Override
    public Detail detail() {
      return Detail.of("refusal.already-exists", id.kind(), id.value());
    }
  }

  /**
   * Somebody else changed it first.
   *
   * @param expected the version the command was made for
   * @param current the version it is at
   */
  record StaleVersion(long expected, long current) implements Refusal {
    @Override
    public String field() {
      return "If-Match";
    }

    @Override
    public Detail detail() {
      return Detail.of("refusal.stale-version", expected, current);
    }
  }

  /**
   * The command names something the archive does not hold.
   *
   * @param field where it is named
   * @param id what it names
   */
  record UnknownReference(String field, ArchiveId id) implements Refusal {
    @Override
    public Detail detail() {
      return Detail.of("refusal.unknown-reference", id.kind(), id.value());
    }
  }

  /**
   * The property takes another kind of value.
   *
   * @param field where the value stands
   * @param expected what the property takes
   * @param given what was sent
   */
  record WrongDatatype(String field, Datatype expected, Datatype given) implements Refusal {
    @Override
    public Detail detail() {
      return Detail.of("refusal.wrong-datatype", expected.word(), given.word());
    }
  }

  /**
   * The quoted words are not in the source.
   *
   * @param field where the quote stands
   * @param quote what was looked for
   * @param revision the transcription revision that was searched
   */
  record QuoteNotFound(String field, Quote quote, int revision) implements Refusal {
    @Override
    public Detail detail() {
      return quote.paragraph() == null
          ? Detail.of("refusal.quote-not-found", revision)
          : Detail.of("refusal.quote-not-in-paragraph", quote.paragraph(), revision);
    }
  }

  /**
   * The quoted words stand in more than one place.
   *
   * @param field where the quote stands
   * @param paragraphs the paragraphs they begin in
   */
  record QuoteAmbiguous(String field, List<Integer> paragraphs) implements Refusal {
    private static final int LISTED = 10;

    public QuoteAmbiguous {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public Detail detail() {
      return paragraphs.size() < Anchoring.MOST_FOUND
          ? Detail.of("refusal.quote-ambiguous", paragraphs.size(), listed())
          : Detail.of("refusal.quote-ambiguous-at-least", Anchoring.MOST_FOUND, listed());
    }

    private String listed() {
      List<String> distinct = paragraphs.stream().distinct().map(String::valueOf).toList();
      return distinct.size() <= LISTED
          ? String.join(", ", distinct)
          : String.join(", ", distinct.subList(0, LISTED)) + "...";
    }
  }

  /**
   * Something that must be there is not.
   *
   * @param field what is missing
   * @param detail what to give
   */
  record Missing(String field, Detail detail) implements Refusal {}

  /**
   * A fact without a citation, and without a reason for that.
   *
   * @param field where the citations belong
   */
  record Uncited(String field) implements Refusal {
    @Override
    public Detail detail() {
      return Detail.of("refusal.uncited");
    }
  }

  /**
   * It is not in a state in which this can be done.
   *
   * @param field what is at fault
   * @param detail the state it is in, and what can be done
   */
  record NotPossibleNow(String field, Detail detail) implements Refusal {}

  /**
   * Somebody else must do this.
   *
   * @param field where the request says who asks
   * @param detail why they may not, and what can be done instead
   */
  record NotAllowed(String field, Detail detail) implements Refusal {}

  /**
   * A correction was proposed for a version that its fact is not at any more, and nobody said how
   * to accept it all the same.
   *
   * @param base the version it was proposed for
   * @param current the version the fact is at
   */
  record FactMoved(long base, long current) implements Refusal {
    @Override
    public String field() {
      return "decision";
    }

    @Override
    public Detail detail() {
      return Detail.of("refusal.fact-moved", base, current);
    }
  }

  /** The Idempotency-Key was sent before, with another request. */
  record KeyReused() implements Refusal {
    @Override
    public String field() {
      return "Idempotency-Key";
    }

    @Override
    public Detail detail() {
      return Detail.of("refusal.key-reused");
    }
  }

  /**
   * The command would change nothing.
   *
   * @param field what is the same as before
   * @param detail why there is nothing to do
   */
  record NothingChanges(String field, Detail detail) implements Refusal {}
}
