package org.defter.query.source;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import org.defter.core.detail.Detail;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.id.SourceId;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.SourceEvent.CorrectionRuleSet;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may correct what is cited from a source. */
@Component
final class CorrectionRules {

  private final ReadModel readModel;
  private final Sources sources;

  CorrectionRules(ReadModel readModel, Sources sources) {
    this.readModel = readModel;
    this.sources = sources;
  }

  /**
   * A rule in force.
   *
   * @param source where it was set: the source itself, or the nearest above it that has one
   */
  record InForce(SourceId source, CorrectionRule rule) {}

  /**
   * The rule a source is under.
   *
   * @throws ProblemException (404) when there is no such source, or neither it nor anything above
   *     it has a rule
   */
  InForce of(SourceId id) {
    for (SourceId at = id; at != null; at = sources.find(at, null).description().parent()) {
      CorrectionRule rule = on(at);
      if (rule != null) {
        return new InForce(at, rule);
      }
    }
    throw ProblemException.notFound(Detail.of("query.no.rule", id.value()));
  }

  private @Nullable CorrectionRule on(SourceId id) {
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
                                            t.field("type")
                                                .value(EventType.CORRECTION_RULE_SET.typeName())))))
                        .sort(s -> s.field(f -> f.field("version").order(SortOrder.Desc)))
                        .size(1),
                EventDocument.class))
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .findFirst()
        .map(CorrectionRules::rule)
        .orElse(null);
  }

  private static @Nullable CorrectionRule rule(EventDocument document) {
    return ArchiveJson.read(EventType.named(document.type()), document.payload())
            instanceof CorrectionRuleSet set
        ? set.rule()
        : null;
  }
}
