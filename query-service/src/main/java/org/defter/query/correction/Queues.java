package org.defter.query.correction;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.read.ReadModel;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.defter.query.source.SourceTree;
import org.defter.readmodel.document.CorrectionDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The reviewers' queue. */
@Component
public final class Queues {

  private final ReadModel readModel;
  private final PointsInTime pointsInTime;
  private final SourceTree sources;
  private final LabelFinder labels;

  Queues(ReadModel readModel, PointsInTime pointsInTime, SourceTree sources, LabelFinder labels) {
    this.readModel = readModel;
    this.pointsInTime = pointsInTime;
    this.sources = sources;
    this.labels = labels;
  }

  /**
   * A page of it.
   *
   * @param readers the languages to label things in, best first
   */
  public Queue page(QueueRequest asked, List<Locale> readers) {
    String question = asked.digest();
    Cursor cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor(), question);
    String pointInTime = cursor == null ? null : pointsInTime.of(cursor, Index.CORRECTIONS);
    List<String> within =
        asked.collections().isEmpty() ? null : sources.below(asked.collections(), "collection");
    SearchResponse<CorrectionDocument> found =
        search(new QueueBody(asked, within, Instant.now(), cursor, pointInTime).request());
    List<Hit<CorrectionDocument>> hits = found.hits().hits();
    List<CorrectionDocument> corrections =
        hits.stream().flatMap(hit -> Stream.ofNullable(hit.source())).toList();
    Map<String, Long> versions = factVersions(corrections);
    Map<String, List<FacetValue>> facets = facets(found.aggregations());
    boolean more = !hits.isEmpty() && hits.size() == asked.size();
    return new Queue(
        found.hits().total() == null ? corrections.size() : found.hits().total().value(),
        corrections.stream()
            .map(correction -> Queue.Line.of(correction, versions.get(correction.fact())))
            .toList(),
        labels(corrections, facets, readers),
        facets,
        more ? new Cursor(question, pointInTime, hits.getLast().sort()).token() : null);
  }

  private SearchResponse<CorrectionDocument> search(SearchRequest body) {
    try {
      return readModel.ask(client -> client.search(body, CorrectionDocument.class));
    } catch (ElasticsearchException refused) {
      throw PointsInTime.explained(refused);
    }
  }

  /** So that one sees at a glance which proposals have been overtaken. */
  private Map<String, Long> factVersions(List<CorrectionDocument> corrections) {
    Map<String, Long> versions = new LinkedHashMap<>();
    readModel
        .getAll(
            Index.FACTS,
            corrections.stream().map(CorrectionDocument::fact).toList(),
            List.of("version"),
            JsonNode.class)
        .forEach((id, fact) -> versions.put(id, fact.path("version").asLong()));
    return versions;
  }

  private static Map<String, List<FacetValue>> facets(Map<String, Aggregate> answered) {
    Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
    Aggregate states = answered.get(QueueBody.STATE);
    Aggregate ofState = answered.get(QueueBody.OF_STATE);
    if (states != null && ofState != null) {
      facets.put(QueueBody.STATE, values(states));
      QueueBody.FACETS
          .keySet()
          .forEach(name -> facets.put(name, values(ofState.filter().aggregations().get(name))));
    }
    return facets;
  }

  private static List<FacetValue> values(@Nullable Aggregate counted) {
    return counted == null || !counted.isSterms()
        ? List.of()
        : counted.sterms().buckets().array().stream()
            .map(bucket -> new FacetValue(bucket.key().stringValue(), bucket.docCount()))
            .toList();
  }

  private Labels labels(
      List<CorrectionDocument> corrections,
      Map<String, List<FacetValue>> facets,
      List<Locale> readers) {
    List<ArchiveId> named = new ArrayList<>();
    corrections.forEach(correction -> {
      named.add(new SubjectId(correction.subject()));
      named.add(new PropertyId(correction.property()));
    });
    facets.getOrDefault("subject", List.of()).forEach(v -> named.add(new SubjectId(v.value())));
    facets.getOrDefault("property", List.of()).forEach(v -> named.add(new PropertyId(v.value())));
    facets.getOrDefault("source", List.of()).forEach(v -> named.add(new SourceId(v.value())));
    return labels.of(named, readers);
  }
}
