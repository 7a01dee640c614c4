package org.defter.query.correction;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.defter.core.correction.Correction.State;
import org.defter.core.decision.Reason;
import org.defter.core.detail.Detail;
import org.defter.core.fact.Statement;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.query.correction.CorrectionView.Now;
import org.defter.query.correction.CorrectionView.Outcome;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.CorrectionDocument;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single proposed corrections, by their identifier. */
@Component
public final class Corrections {

  private final ReadModel readModel;
  private final LabelFinder labels;

  Corrections(ReadModel readModel, LabelFinder labels) {
    this.readModel = readModel;
    this.labels = labels;
  }

  /**
   * A correction beside its fact.
   *
   * @throws ProblemException (404) when there is none
   */
  public CorrectionView get(CorrectionId id, List<Locale> readers) {
    CorrectionDocument found =
        readModel.get(Index.CORRECTIONS, id.value(), CorrectionDocument.class);
    if (found == null) {
      throw ProblemException.notFound(Detail.of("query.no.correction", id.value()));
    }
    return view(found, readModel.get(Index.FACTS, found.fact(), FactDocument.class), readers);
  }

  private CorrectionView view(
      CorrectionDocument found, @Nullable FactDocument fact, List<Locale> readers) {
    Statement now = fact == null ? found.base() : fact.statement();
    Set<ArchiveId> named = new LinkedHashSet<>();
    for (Statement statement : List.of(found.base(), now, found.proposed())) {
      named.addAll(Mentions.in(statement));
    }
    return new CorrectionView(
        new CorrectionId(found.id()),
        found.version(),
        found.state(),
        new FactId(found.fact()),
        found.baseVersion(),
        fact == null ? null : new Now(fact.version(), fact.standing(), fact.statement()),
        fact != null && fact.version() != found.baseVersion(),
        ThreeWay.of(found.base(), now, found.proposed()),
        found.base(),
        found.proposed(),
        new Reason(found.reasonType(), found.reasonText()),
        found.proposer(),
        found.onBehalfOf(),
        found.proposedAt(),
        outcome(found),
        labels.of(named, readers),
        links(found));
  }

  private static @Nullable Outcome outcome(CorrectionDocument found) {
    CorrectionDocument.Review review = found.review();
    if (found.state() == State.PROPOSED) {
      return null;
    }
    Instant at = Objects.requireNonNull(found.closedAt());
    return review == null
        ? new Outcome(at, null, found.closedBecause(), null, null)
        : new Outcome(
            at, review.reviewer(), found.closedBecause(), review.factVersion(), review.decision());
  }

  private static Map<String, String> links(CorrectionDocument found) {
    String fact = "/api/v1/facts/" + found.fact();
    return Map.of(
        "self", "/api/v1/corrections/" + found.id(),
        "fact", fact,
        "base", fact + "/versions/" + found.baseVersion(),
        "page", "/corrections/" + found.id());
  }
}
