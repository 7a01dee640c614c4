package org.defter.query.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.fact.Citation;
import org.defter.core.id.SourceId;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.query.search.Criteria;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchRequest;
import org.defter.query.search.Times;
import org.defter.query.source.SourceView.OfParagraph;
import org.defter.query.source.SourceView.OnPassage;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.SourceDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Documents, by identifier. There is no other way to their words, and what this class gives of a
 * restricted one is recorded first; see {@link RestrictedReads}.
 */
@Component
public final class Sources {

  private static final int FACTS_SHOWN = 2000;

  private final ReadModel readModel;
  private final FactSearch search;
  private final RestrictedReads restricted;

  Sources(ReadModel readModel, FactSearch search, RestrictedReads restricted) {
    this.readModel = readModel;
    this.search = search;
    this.restricted = restricted;
  }

  /** As {@link #get}, for the archive's own use: nobody is given it, and so it is no read. */
  SourceDocument find(SourceId id, @Nullable Instant knownAt) {
    return readModel.require(Index.SOURCES, id, knownAt, SourceDocument.class);
  }

  /**
   * A source with its newest transcription.
   *
   * @param knownAt as it was known then; null for now
   * @throws ProblemException (404) when there is none, or was none then; (503) when it is
   *     restricted, and the read cannot be recorded
   */
  public SourceDocument get(SourceId id, @Nullable Instant knownAt) {
    SourceDocument source = find(id, knownAt);
    restricted.record(source);
    return source;
  }

  /**
   * A revision of a transcription.
   *
   * @param revision from 1; null for the newest
   * @param knownAt of those that were there then; null for now
   * @throws ProblemException (404) when there is none, or was none then; (503) as for {@link #get}
   */
  public Transcription transcription(
      SourceId id, @Nullable Integer revision, @Nullable Instant knownAt) {
    SourceDocument source = find(id, knownAt);
    Transcription text = transcription(source, revision, knownAt);
    restricted.record(source);
    return text;
  }

  private Transcription transcription(
      SourceDocument source, @Nullable Integer revision, @Nullable Instant knownAt) {
    SourceId id = new SourceId(source.id());
    Transcription newest = source.transcription();
    if (newest == null) {
      throw ProblemException.notFound(
          knownAt == null
              ? Detail.of("query.transcription.none-yet", id.value())
              : Detail.of("query.transcription.none-then", id.value(), knownAt.toString()));
    }
    if (revision == null || revision == newest.revision()) {
      return newest;
    }
    if (revision > newest.revision()) {
      throw ProblemException.notFound(
          knownAt == null
              ? Detail.of(
                  "query.transcription.no-revision-yet", id.value(), revision, newest.revision())
              : Detail.of(
                  "query.transcription.no-revision-then",
                  id.value(),
                  revision,
                  newest.revision(),
                  knownAt.toString()));
    }
    return earlier(id, revision);
  }

  private Transcription earlier(SourceId id, int revision) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.EVENTS.alias())
                        .query(q ->
                            q.bool(all ->
                                all.filter(f ->
                                        f.term(t -> t.field("aggregate").value(id.qualified())))
                                    .filter(f ->
                                        f.term(t ->
                                            t.field("transcriptionRevision").value(revision)))))
                        .size(1),
                EventDocument.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .flatMap(Sources::transcription)
        .findFirst()
        .orElseThrow(() ->
            ProblemException.notFound(
                Detail.of("query.transcription.no-revision", id.value(), revision)));
  }

  private static Stream<Transcription> transcription(EventDocument document) {
    return ArchiveJson.read(EventType.named(document.type()), document.payload())
            instanceof SourceEvent event
        ? Stream.ofNullable(event.transcription())
        : Stream.empty();
  }

  /**
   * The accepted facts that rest on a source, passage by passage, as they were known at the time.
   *
   * @throws ProblemException (404) when there is no such source, or was none then
   */
  public SourceView.Facts facts(SourceId id, Times times, List<Locale> readers) {
    get(id, times.knownAt());
    SearchAnswer found =
        search.answer(
            SearchRequest.inOrder(Criteria.citing(id.value(), times), FACTS_SHOWN), readers);
    return new SourceView.Facts(id, found.total(), byParagraph(id, found.facts()), found.labels());
  }

  static List<OfParagraph> byParagraph(SourceId id, List<FoundFact> facts) {
    Map<Integer, List<OnPassage>> paragraphs = new TreeMap<>();
    for (FoundFact fact : facts) {
      for (Citation citation : fact.statement().citations()) {
        if (citation.source().equals(id)) {
          paragraphs
              .computeIfAbsent(citation.passage().paragraph(), _ -> new ArrayList<>())
              .add(onPassage(fact, citation));
        }
      }
    }
    return paragraphs.entrySet().stream()
        .map(paragraph ->
            new OfParagraph(
                paragraph.getKey(),
                paragraph.getValue().stream()
                    .sorted(
                        Comparator.comparingInt(OnPassage::start)
                            .thenComparingInt(OnPassage::end)
                            .thenComparing(passage -> passage.fact().value()))
                    .toList()))
        .toList();
  }

  private static OnPassage onPassage(FoundFact fact, Citation citation) {
    return new OnPassage(
        fact.id(),
        fact.version(),
        fact.standing(),
        fact.known(),
        citation.passage().revision(),
        citation.passage().start(),
        citation.passage().end(),
        citation.passage().exact(),
        citation.number(),
        fact.statement().citations().size(),
        fact.statement());
  }
}
