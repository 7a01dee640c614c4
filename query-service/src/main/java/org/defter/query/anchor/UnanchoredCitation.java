package org.defter.query.anchor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.defter.core.fact.AnchorState;
import org.defter.core.fact.FactEvent.CitationUnanchored;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.query.label.Labels;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FactDocument;
import org.jspecify.annotations.Nullable;

/**
 * A citation whose words a person has to find again.
 *
 * @param fact the fact
 * @param version the fact's version now
 * @param standing how it stands now
 * @param statement what it says now
 * @param citation the number of the citation
 * @param source the document it cites
 * @param state why it did not follow by itself
 * @param passage the words where it points still
 * @param revision the transcription revision that was searched, the newest
 * @param since when that was
 * @param candidates what may be meant, the likeliest first; may be empty
 */
public record UnanchoredCitation(
    FactId fact,
    long version,
    Standing standing,
    Statement statement,
    int citation,
    SourceId source,
    AnchorState state,
    Passage passage,
    int revision,
    Instant since,
    List<Candidate> candidates) {

  public UnanchoredCitation {
    candidates = List.copyOf(candidates);
  }

  /**
   * A passage that may be meant.
   *
   * @param passage with its surroundings
   * @param choose the request that points the citation at it
   */
  public record Candidate(Passage passage, Choose choose) {}

  /**
   * A request to send as it is.
   *
   * @param ifMatch the header If-Match
   * @param body in JSON
   */
  public record Choose(String method, String href, String ifMatch, Body body) {

    /** The words, and the transcription revision they are in. */
    public record Body(Quote quote, int revision) {}
  }

  /**
   * A page of the queue.
   *
   * @param next the cursor of the next page; null on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<UnanchoredCitation> citations, Labels labels, @Nullable String next) {
    public Page {
      citations = List.copyOf(citations);
    }
  }

  static UnanchoredCitation of(
      CitationUnanchored event,
      EventDocument entry,
      FactDocument fact,
      SourceId source,
      Passage passage) {
    return new UnanchoredCitation(
        event.id(),
        fact.version(),
        fact.standing(),
        fact.statement(),
        event.citation(),
        source,
        event.state(),
        passage,
        event.revision(),
        entry.recordTime(),
        event.candidates().stream()
            .map(candidate -> new Candidate(candidate, choose(event, fact.version(), candidate)))
            .toList());
  }

  private static Choose choose(CitationUnanchored event, long version, Passage candidate) {
    return new Choose(
        "POST",
        "/api/v1/facts/%s/citations/%d/reanchor".formatted(event.id().value(), event.citation()),
        "\"" + version + "\"",
        new Choose.Body(
            new Quote(candidate.exact(), null, null, candidate.paragraph(), candidate.start()),
            candidate.revision()));
  }
}
