package org.defter.query.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Reason;
import org.defter.core.event.EventType;
import org.defter.core.id.Actor;
import org.defter.query.provenance.Recorded.Occurrence;
import org.jspecify.annotations.Nullable;

/** Tells a bundle who did what: activities, the agents behind them, and for whom they acted. */
final class Acts {

  /** The role that programs act in; all others are acted in by people. */
  private static final String PROGRAM = "software-agent";

  /** What is done to a fact, by the event it leads to: a type, and the word for people. */
  private static final Map<EventType, List<String>> DONE =
      Map.ofEntries(
          Map.entry(EventType.FACT_RECORDED, List.of("Recording", "recorded")),
          Map.entry(EventType.FACT_CORRECTED, List.of("Correcting", "corrected")),
          Map.entry(EventType.CITATION_ADDED, List.of("Citing", "cited a further passage")),
          Map.entry(
              EventType.CITATION_WITHDRAWN, List.of("WithdrawingCitation", "withdrew a citation")),
          Map.entry(
              EventType.CITATION_REANCHORED,
              List.of("Reanchoring", "found a citation again in the revised transcription")),
          Map.entry(
              EventType.CITATION_UNANCHORED,
              List.of("Unanchoring", "did not find a citation in the revised transcription")),
          Map.entry(EventType.FACT_DISPUTED, List.of("Disputing", "disputed")),
          Map.entry(EventType.DISPUTE_SETTLED, List.of("SettlingDispute", "settled the dispute")),
          Map.entry(EventType.FACT_DEPRECATED, List.of("Deprecating", "deprecated")),
          Map.entry(EventType.FACT_RETRACTED, List.of("Retracting", "retracted")),
          Map.entry(EventType.FACT_REINSTATED, List.of("Reinstating", "reinstated")),
          Map.entry(EventType.FACT_MERGED, List.of("Merging", "merged into another fact")),
          Map.entry(EventType.FACT_ABSORBED, List.of("Merging", "merged another fact into it")));

  private final Names names;
  private final Bundle bundle;

  Acts(Names names, Bundle bundle) {
    this.names = names;
    this.bundle = bundle;
  }

  /** What led to an event of a fact. */
  Name ofFact(Occurrence by, @Nullable Reason why) {
    List<String> done = DONE.get(EventType.named(by.type()));
    if (done == null) {
      throw new IllegalStateException(by.type() + " is not told as an activity: add it to Acts");
    }
    return of(by, Namespace.DEFTER.name(done.getFirst()), done.getLast(), why);
  }

  /** An activity with its agents, and the batch it was a step of. */
  Name of(Occurrence by, Name type, String words, @Nullable Reason why) {
    Name act = Names.command(by.commandId());
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.type(type));
    attributes.add(Attribute.label(words));
    if (why != null) {
      attributes.add(Attribute.words(Terms.REASON_TYPE, why.type().word()));
      if (why.text() != null) {
        attributes.add(Attribute.words(Terms.REASON, why.text()));
      }
    }
    done(act, by.time(), attributes);
    associate(act, by.actor());
    if (by.onBehalfOf() != null && !by.onBehalfOf().id().equals(by.actor().id())) {
      agent(by.onBehalfOf(), null);
      bundle.add(
          Relation.in(
              act,
              Relation.Kind.DELEGATION,
              Names.actor(by.actor()),
              Names.actor(by.onBehalfOf())));
    }
    stepOfABatch(act, by);
    return act;
  }

  private void stepOfABatch(Name act, Occurrence by) {
    String batch = by.batch();
    if (batch == null) {
      return;
    }
    Name whole = names.batch(batch);
    bundle.add(
        new Element(
            Element.Kind.ACTIVITY,
            whole,
            null,
            List.of(Attribute.type(Terms.BATCH), Attribute.label("batch " + batch))));
    associate(whole, by.actor());
    bundle.add(Relation.of(Relation.Kind.COMMUNICATION, act, whole));
    // Mass corrections correct, and undoings retract: only imports record.
    if (by.type().equals(EventType.FACT_RECORDED.typeName())) {
      done(act, by.time(), List.of(Attribute.type(Terms.IMPORTING)));
    }
  }

  private void done(Name act, Instant time, List<Attribute> attributes) {
    bundle.add(new Element(Element.Kind.ACTIVITY, act, time, attributes));
  }

  private void associate(Name act, Actor actor) {
    agent(actor, actor.role().equals(PROGRAM) ? Terms.SOFTWARE_AGENT : Terms.PERSON);
    bundle.add(
        Relation.in(
            null,
            Relation.Kind.ASSOCIATION,
            act,
            Names.actor(actor),
            new Attribute(Attribute.ROLE, Names.role(actor))));
  }

  /**
   * Says who an agent is.
   *
   * @param type null of one who is only acted for: it may be a body as well as a person
   */
  private void agent(Actor actor, @Nullable Name type) {
    List<Attribute> attributes = new ArrayList<>();
    if (type != null) {
      attributes.add(Attribute.type(type));
    }
    if (actor.name() != null) {
      attributes.add(Attribute.words(Attribute.LABEL, actor.name()));
    }
    bundle.add(new Element(Element.Kind.AGENT, Names.actor(actor), null, attributes));
  }
}
