package org.defter.query.provenance;

import static org.defter.query.provenance.Relation.Kind.ALTERNATE;
import static org.defter.query.provenance.Relation.Kind.ATTRIBUTION;
import static org.defter.query.provenance.Relation.Kind.COMMUNICATION;
import static org.defter.query.provenance.Relation.Kind.DERIVATION;
import static org.defter.query.provenance.Relation.Kind.GENERATION;
import static org.defter.query.provenance.Relation.Kind.INVALIDATION;
import static org.defter.query.provenance.Relation.Kind.SPECIALIZATION;
import static org.defter.query.provenance.Relation.Kind.USAGE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.FactEvent.FactAbsorbed;
import org.defter.core.fact.FactEvent.FactMerged;
import org.defter.core.id.FactId;
import org.defter.query.provenance.Element.Kind;
import org.defter.query.provenance.Recorded.Happening;
import org.defter.query.provenance.Recorded.History;
import org.defter.query.provenance.Recorded.Reading;
import org.defter.query.provenance.Recorded.Review;
import org.jspecify.annotations.Nullable;

/** Tells the history of one fact. */
final class FactBundle {

  private final Names names;
  private final FactId id;
  private final Name fact;
  private final Map<FactId, History> histories;
  private final Bundle bundle;
  private final Acts acts;
  private final Evidence evidence;

  private FactBundle(
      Names names, History history, Map<FactId, History> histories, List<Reading> readings) {
    this.names = names;
    this.id = history.fact();
    this.fact = names.of(id);
    this.histories = histories;
    this.bundle = new Bundle(Names.history(id, history.events().getLast().version()));
    this.acts = new Acts(names, bundle);
    this.evidence = new Evidence(names, bundle, acts, readings);
  }

  /**
   * The bundle of a fact.
   *
   * @param histories of it and of the facts it was merged with
   */
  static Bundle of(
      Names names, History history, Map<FactId, History> histories, List<Reading> readings) {
    FactBundle told = new FactBundle(names, history, histories, readings);
    Happening before = null;
    for (Happening happening : history.events()) {
      told.tell(happening, before, history.reviews().get(happening.version()));
      before = happening;
    }
    return told.bundle;
  }

  private void tell(Happening now, @Nullable Happening before, @Nullable Review review) {
    Name act = acts.ofFact(now.occurrence(), now.event().why());
    Name version = describe(now);
    if (before == null) {
      bundle.add(Relation.at(now.occurrence().time(), GENERATION, fact, act));
    }
    bundle.add(Relation.at(now.occurrence().time(), GENERATION, version, act));
    bundle.add(Relation.of(ATTRIBUTION, version, Names.actor(now.occurrence().actor())));
    if (before != null) {
      Name superseded = names.version(id, before.version());
      bundle.add(Relation.of(USAGE, act, superseded));
      bundle.add(Relation.in(act, DERIVATION, version, superseded, Attribute.type(Terms.REVISION)));
      bundle.add(Relation.at(now.occurrence().time(), INVALIDATION, superseded, act));
    }
    rest(now, before, version, act);
    if (review != null) {
      review(review, version, act);
    }
    merge(now.event(), version, act);
    Name cause = evidence.writtenBy(now.occurrence().causationId());
    if (cause != null && !cause.equals(act)) {
      bundle.add(Relation.of(COMMUNICATION, act, cause));
    }
  }

  private Name describe(Happening now) {
    bundle.add(named(fact, Terms.FACT, "fact " + id.value()));
    Name version = names.version(id, now.version());
    bundle.add(
        new Element(
            Kind.ENTITY,
            version,
            null,
            Said.by(now.event().statement(), now.event().standing(), now.version(), names)));
    bundle.add(Relation.of(SPECIALIZATION, version, fact));
    return version;
  }

  /** Passages that the version before did not rest on. */
  private void rest(Happening now, @Nullable Happening before, Name version, Name act) {
    Set<Name> known = new HashSet<>();
    if (before != null) {
      before.event().statement().citations().forEach(one -> known.add(Names.passage(one)));
    }
    for (Citation citation : now.event().statement().citations()) {
      Name passage = evidence.passage(citation);
      if (known.add(passage)) {
        bundle.add(Relation.of(USAGE, act, passage));
        bundle.add(Relation.in(act, DERIVATION, version, passage));
      }
    }
  }

  private void review(Review review, Name version, Name act) {
    var proposal = review.proposal().proposal();
    Name proposing =
        acts.of(review.proposed(), Terms.PROPOSING, "proposed a correction", proposal.reason());
    Name correction = names.of(review.id());
    Name base = names.version(id, proposal.baseVersion());
    bundle.add(named(correction, Terms.PROPOSAL, "proposed correction " + review.id().value()));
    bundle.add(Relation.at(review.proposed().time(), GENERATION, correction, proposing));
    bundle.add(Relation.of(ATTRIBUTION, correction, Names.actor(review.proposed().actor())));
    bundle.add(Relation.of(USAGE, proposing, base));
    bundle.add(Relation.in(proposing, DERIVATION, correction, base));
    Name reviewing =
        acts.of(review.accepted(), Terms.REVIEWING, "accepted the proposed correction", null);
    if (review.remark() != null) {
      bundle.add(
          new Element(
              Kind.ACTIVITY,
              reviewing,
              review.accepted().time(),
              List.of(Attribute.words(Terms.REMARK, review.remark()))));
    }
    bundle.add(Relation.of(USAGE, reviewing, correction));
    if (!reviewing.equals(act)) {
      bundle.add(Relation.of(COMMUNICATION, act, reviewing));
      bundle.add(Relation.of(USAGE, act, correction));
    }
    bundle.add(Relation.in(act, DERIVATION, version, correction));
  }

  private void merge(FactEvent event, Name version, Name act) {
    switch (event) {
      case FactMerged merged -> alternate(merged.into());
      case FactAbsorbed absorbed -> {
        alternate(absorbed.absorbed());
        Name other = lastBeforeMerge(absorbed.absorbed());
        if (other != null) {
          bundle.add(Relation.of(SPECIALIZATION, other, names.of(absorbed.absorbed())));
          bundle.add(Relation.of(USAGE, act, other));
          bundle.add(Relation.in(act, DERIVATION, version, other));
        }
      }
      default -> {}
    }
  }

  private void alternate(FactId other) {
    bundle.add(named(names.of(other), Terms.FACT, "fact " + other.value()));
    bundle.add(Relation.of(ALTERNATE, names.of(other), fact));
  }

  /** The version of the other fact that this one absorbed; null where its history is not told. */
  private @Nullable Name lastBeforeMerge(FactId other) {
    return Stream.ofNullable(histories.get(other))
        .flatMap(history -> history.events().stream())
        .filter(one -> one.event() instanceof FactMerged merged && merged.into().equals(id))
        .map(one -> names.version(other, one.version() - 1))
        .peek(name ->
            bundle.add(
                named(name, Terms.VERSION, "fact " + other.value() + ", before it was merged")))
        .reduce((_, last) -> last)
        .orElse(null);
  }

  private static Element named(Name name, Name type, String label) {
    return new Element(
        Kind.ENTITY, name, null, List.of(Attribute.type(type), Attribute.label(label)));
  }
}
