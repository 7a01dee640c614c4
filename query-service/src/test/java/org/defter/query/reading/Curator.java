package org.defter.query.reading;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.finding.FindingCommand.LetBothStand;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.property.PropertyCommand.ReviseProperty;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.jspecify.annotations.Nullable;

/** Somebody who records quantities and decides about them, at the time it is now. */
final class Curator {

  static final Reason REASON = new Reason(ReasonType.OTHER, "two ways to count");
  private static final LanguageTag ENGLISH = new LanguageTag("en");

  private final PublishingArchive archive;

  /** Of what is told together; each may be on a partition of its own. */
  private static final int REMEMBERED = 10;

  private final Deque<Receipt> told = new ArrayDeque<>();

  Curator(PublishingArchive archive) {
    this.archive = archive;
  }

  /** The receipts of the last things that were told, to wait for: {@code after=<this>}. */
  String newest() {
    return told.stream().map(Receipt::token).collect(Collectors.joining("&after="));
  }

  void tell(ArchiveCommand command) {
    told.addLast(archive.tell("curator", Instant.now(), command));
    if (told.size() > REMEMBERED) {
      told.removeFirst();
    }
  }

  void define(String id, boolean singleValued) {
    tell(new DefineProperty(new PropertyId(id), definition(id, singleValued)));
  }

  void revise(String id, boolean singleValued) {
    tell(new ReviseProperty(new PropertyId(id), null, definition(id, singleValued)));
  }

  PropertyDefinition definition(String id, boolean singleValued) {
    return new PropertyDefinition(
        List.of(new Label(id, ENGLISH)), Datatype.QUANTITY, singleValued, null);
  }

  void subject(String id) {
    tell(
        new RegisterSubject(
            new SubjectId(id),
            SubjectKind.CORPORATE_BODY,
            List.of(new Name(id, ENGLISH, null)),
            List.of()));
  }

  void record(String id, String subject, String property, String amount, @Nullable String valid) {
    tell(
        new RecordFact(
            new FactId(id),
            new Draft(
                new SubjectId(subject),
                new PropertyId(property),
                new Quantity(amount, null, false),
                List.of(),
                valid == null ? null : Edtf.parse(valid),
                null,
                List.of(),
                "made up")));
  }

  void correct(String id, String amount) {
    tell(
        new CorrectFact(
            new FactId(id),
            null,
            new Changes(null, null, new Quantity(amount, null, false), null, null, null, List.of()),
            REASON));
  }

  void letBothStand(FindingId pair, String one, long v1, String other, long v2) {
    tell(
        new LetBothStand(
            pair, List.of(new Seen(new FactId(one), v1), new Seen(new FactId(other), v2)), REASON));
  }
}
