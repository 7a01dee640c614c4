package org.defter.query.fact;

import java.util.HashMap;
import java.util.Map;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.CorrectionDocument;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/** Which versions of a fact came of a proposal that somebody accepted. */
@Component
public final class AcceptedCorrections {

  private static final int LIMIT = 5000;

  private final ReadModel readModel;

  AcceptedCorrections(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** The corrections, each by the version of the fact that came of it. */
  public Map<Long, CorrectionId> of(FactId fact) {
    Map<Long, CorrectionId> byVersion = new HashMap<>();
    readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.CORRECTIONS.alias())
                        .query(q ->
                            q.bool(all ->
                                all.filter(f -> f.term(t -> t.field("fact").value(fact.value())))
                                    .filter(f -> f.exists(e -> e.field("review.factVersion")))))
                        .source(s -> s.filter(f -> f.includes("id", "review.factVersion")))
                        .size(LIMIT),
                Accepted.class))
        .hits()
        .hits()
        .forEach(hit -> {
          Accepted accepted = hit.source();
          if (accepted != null) {
            byVersion.put(accepted.review().factVersion(), new CorrectionId(accepted.id()));
          }
        });
    return byVersion;
  }

  /** As much of a {@link CorrectionDocument} as is needed here. */
  record Accepted(String id, Review review) {
    record Review(Long factVersion) {}
  }
}
