package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.defter.core.id.FindingId;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.FindingDocument;
import org.defter.readmodel.document.Index;

/** What people decided about pairs. */
final class Decisions {

  private static final int PAGE = 1_000;

  private final ReadModel readModel;

  Decisions(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** The facts about which something was decided after this place in the index. */
  Set<String> factsDecidedAfter(long place) {
    Set<String> facts = new HashSet<>();
    long reached = place;
    int found = PAGE;
    while (found == PAGE) {
      List<Hit<FindingDocument>> hits = page(reached);
      found = hits.size();
      for (Hit<FindingDocument> hit : hits) {
        Objects.requireNonNull(hit.source())
            .facts()
            .forEach(said -> facts.add(said.fact().value()));
        reached = hit.sort().getFirst().longValue();
      }
    }
    return facts;
  }

  private List<Hit<FindingDocument>> page(long after) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.FINDINGS.alias())
                        .query(Sketches.after(after))
                        .size(PAGE)
                        .sort(s -> s.field(f -> f.field(Sketches.SEQUENCE).order(SortOrder.Asc))),
                FindingDocument.class))
        .hits()
        .hits();
  }

  /** Those of these pairs of which nobody said that both stand as they are. */
  List<FoundPair> stillOpen(List<FoundPair> pairs, Map<String, Candidate> facts) {
    Collection<String> ids = pairs.stream().map(FoundPair::id).map(FindingId::value).toList();
    Map<String, FindingDocument> decided =
        readModel.getAll(Index.FINDINGS, ids, FindingDocument.class);
    return pairs.stream()
        .filter(pair -> {
          FindingDocument decision = decided.get(pair.id().value());
          return decision == null || !decision.bothStand() || !areAsIn(decision, facts);
        })
        .toList();
  }

  private static boolean areAsIn(FindingDocument decision, Map<String, Candidate> facts) {
    return decision.facts().stream()
        .allMatch(said ->
            said.holdsFor(Objects.requireNonNull(facts.get(said.fact().value())).statement()));
  }
}
