package org.defter.query.anchor;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent.CitationUnanchored;
import org.defter.core.fact.Standing;
import org.defter.core.id.SourceId;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The queue, computed when it is read: the events that say a citation did not follow, without those
 * that were overtaken since. A citation is in it while it points where it did when its words were
 * looked for in the newest transcription, and while its fact is neither retracted nor merged.
 */
@Component
public final class UnanchoredCitations {

  private static final int BATCH = 200;

  /** Events looked at for one page; with more, the page is shorter, and the next goes on. */
  private static final int MOST_EVENTS = 10_000;

  private final ReadModel readModel;
  private final LabelFinder labels;

  UnanchoredCitations(ReadModel readModel, LabelFinder labels) {
    this.readModel = readModel;
    this.labels = labels;
  }

  private record Entry(EventDocument document, CitationUnanchored event) {}

  /**
   * A page, the newest first.
   *
   * @param readers the languages to choose among names by, best first
   */
  public UnanchoredCitation.Page page(UnanchoredRequest asked, List<Locale> readers) {
    List<UnanchoredCitation> found = new ArrayList<>();
    Long before = asked.before();
    boolean more = true;
    for (int seen = 0; more && seen < MOST_EVENTS && found.size() < asked.size(); seen += BATCH) {
      List<Entry> batch = entries(before);
      more = batch.size() == BATCH;
      for (Map.Entry<Long, UnanchoredCitation> open : open(batch, asked).entrySet()) {
        if (found.size() == asked.size()) {
          more = true;
          break;
        }
        found.add(open.getValue());
        before = open.getKey();
      }
      if (found.size() < asked.size() && !batch.isEmpty()) {
        before = batch.getLast().document().position();
      }
    }
    return new UnanchoredCitation.Page(
        found,
        labels.of(
            found.stream().flatMap(citation -> Mentions.in(citation.statement()).stream()).toList(),
            readers),
        more && before != null
            ? new Cursor(asked.digest(), null, List.of(FieldValue.of(before.longValue()))).token()
            : null);
  }

  private List<Entry> entries(@Nullable Long before) {
    return readModel
        .ask(client -> client.search(newestBefore(before), EventDocument.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> Objects.requireNonNull(hit.source()))
        .map(document ->
            new Entry(
                document,
                (CitationUnanchored)
                    ArchiveJson.read(EventType.CITATION_UNANCHORED, document.payload())))
        .toList();
  }

  private static SearchRequest newestBefore(@Nullable Long position) {
    SearchRequest.Builder search = new SearchRequest.Builder();
    search
        .index(Index.EVENTS.alias())
        .query(q -> q.term(t -> t.field("type").value(EventType.CITATION_UNANCHORED.typeName())))
        .sort(s -> s.field(f -> f.field("position").order(SortOrder.Desc)))
        .size(BATCH);
    if (position != null) {
      search.searchAfter(FieldValue.of(position.longValue()));
    }
    return search.build();
  }

  /** Those of the entries that are still open and asked for, by position, in the same order. */
  private Map<Long, UnanchoredCitation> open(List<Entry> entries, UnanchoredRequest asked) {
    Map<String, FactDocument> facts =
        readModel.getAll(
            Index.FACTS,
            entries.stream().map(entry -> entry.event().id().value()).toList(),
            FactDocument.class);
    Map<String, Integer> newest =
        newestRevisions(entries.stream().map(UnanchoredCitations::cited).toList());
    Map<Long, UnanchoredCitation> open = new LinkedHashMap<>();
    for (Entry entry : entries) {
      FactDocument fact = facts.get(entry.event().id().value());
      Citation citation = cited(entry);
      if (fact != null
          && counts(fact.standing())
          && fact.statement().citations().contains(citation)
          && entry.event().revision() == newest.getOrDefault(citation.source().value(), 0)
          && isAsked(asked, entry.event(), citation.source())) {
        open.put(
            entry.document().position(),
            UnanchoredCitation.of(
                entry.event(), entry.document(), fact, citation.source(), citation.passage()));
      }
    }
    return open;
  }

  private static boolean isAsked(
      UnanchoredRequest asked, CitationUnanchored event, SourceId source) {
    return (asked.source() == null || asked.source().equals(source))
        && (asked.state() == null || asked.state() == event.state());
  }

  /** The citation as it was when its words were looked for. */
  private static Citation cited(Entry entry) {
    Predicate<Citation> meant = citation -> citation.number() == entry.event().citation();
    return entry.event().statement().citations().stream().filter(meant).findFirst().orElseThrow();
  }

  private static boolean counts(Standing standing) {
    return standing != Standing.RETRACTED && standing != Standing.MERGED;
  }

  private Map<String, Integer> newestRevisions(Collection<Citation> citations) {
    return readModel
        .getAll(
            Index.SOURCES,
            citations.stream().map(citation -> citation.source().value()).toList(),
            List.of("transcription.revision"),
            JsonNode.class)
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                source -> source.getValue().at("/transcription/revision").asInt(0)));
  }
}
