package org.defter.query.reading;

import java.time.Instant;
import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.Receipt;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.source.Access;
import org.defter.core.source.Level;
import org.defter.core.source.Quote;
import org.defter.core.source.SourceCommand;
import org.defter.core.source.SourceDescription;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/** A small collection, told command by command. */
final class SampleCollection {

  static final String FIRST_READING =
      """
      Летопись одного союза, составленная для проверки.

      По приглашению союза визит Гейдара Алиева состоялся летом, о чём были приняты две резолюции.
      Съезд прошёл в Баку осенью, и союз принял новый устав.
      В союз входят 60 государств. Подпись: <script>alert(1)</script>.
      """;

  static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");
  static final Instant CORRECTED = Instant.parse("2026-03-05T10:00:00Z");

  private final PublishingArchive archive;

  SampleCollection(PublishingArchive archive) {
    this.archive = archive;
  }

  Receipt deposit() {
    tell(
        new SourceCommand.DepositSource(
            new SourceId("chronicle"),
            new SourceDescription(
                "Летопись союза",
                null,
                List.of(),
                null,
                List.of(language("ru")),
                Level.ITEM,
                null,
                Access.OPEN),
            new SourceCommand.Reading(FIRST_READING, language("ru"))));
    subject("union", SubjectKind.CORPORATE_BODY, "en:The Union", "ru:Союз");
    subject(
        "heydar-aliyev",
        SubjectKind.PERSON,
        "en:Heydar Aliyev",
        "ru:Гейдар Алиев",
        "az:Heydər Əliyev");
    subject("congress", SubjectKind.EVENT, "en:The Congress");
    property("visited", Datatype.SUBJECT, "visited", "посетил");
    property("members", Datatype.QUANTITY, "number of members", "число членов");
    property("motto", Datatype.TEXT, "motto", "девиз");
    property("held", Datatype.TEXT, "held in", "прошёл в");
    property("claimed-by", Datatype.TEXT, "claimed by", "утверждает");
    record(
        "F1",
        "heydar-aliyev",
        "visited",
        new Value.SubjectReference(new SubjectId("union")),
        "1994-07",
        "визит Гейдара Алиева");
    record("F2", "union", "members", new Quantity("60", null, false), null, "входят 60 государств");
    record("F3", "congress", "held", text("in the autumn"), "1995/..", "прошёл");
    record(
        "F4",
        "union",
        "motto",
        text("<script>alert(1)</script>"),
        "1996",
        "<script>alert(1)</script>");
    record("F5", "union", "motto", text("two documents"), null, "две резолюции");
    return correct();
  }

  private Receipt correct() {
    tellAt(
        "second",
        CORRECTED,
        new FactCommand.CorrectFact(
            new FactId("F2"),
            null,
            new Changes(
                null,
                null,
                new Quantity("57", null, false),
                null,
                new ValidTime(Edtf.parse("1990/..")),
                null,
                List.of()),
            new Reason(ReasonType.BETTER_SOURCE, "the union's own count")));
    tellAt(
        "second",
        CORRECTED.plusSeconds(60),
        new FactCommand.RetractFact(
            new FactId("F5"), null, new Reason(ReasonType.DUPLICATE, "said elsewhere")));
    return tellAt(
        "second",
        CORRECTED.plusSeconds(120),
        new SourceCommand.ReviseTranscription(
            new SourceId("chronicle"),
            null,
            new SourceCommand.Reading(FIRST_READING.replace("осенью", "весной"), language("ru")),
            new Reason(ReasonType.TRANSCRIPTION_ERROR, "read again")));
  }

  void subject(String id, SubjectKind kind, String... names) {
    tell(
        new SubjectCommand.RegisterSubject(
            new SubjectId(id),
            kind,
            List.of(names).stream()
                .map(name -> new Name(name.substring(3), language(name.substring(0, 2)), null))
                .toList(),
            List.of()));
  }

  void property(String id, Datatype datatype, String english, String russian) {
    tell(
        new PropertyCommand.DefineProperty(
            new PropertyId(id),
            new PropertyDefinition(
                List.of(new Label(english, language("en")), new Label(russian, language("ru"))),
                datatype,
                false,
                null)));
  }

  private void record(
      String id,
      String subject,
      String property,
      Value value,
      @Nullable String valid,
      String quote) {
    tell(
        new FactCommand.RecordFact(
            new FactId(id),
            new Draft(
                new SubjectId(subject),
                new PropertyId(property),
                value,
                List.of(new Qualifier(new PropertyId("claimed-by"), text("the source"))),
                valid == null ? null : Edtf.parse(valid),
                null,
                List.of(
                    new CitationDraft(
                        new SourceId("chronicle"), null, Quote.of(quote), null, null)),
                null)));
  }

  /** Records what was so, in words, in a year. */
  Receipt recordWords(String id, String subject, String property, String words, String year) {
    return tellAt(
        "first",
        BEGUN,
        new FactCommand.RecordFact(
            new FactId(id),
            new Draft(
                new SubjectId(subject),
                new PropertyId(property),
                text(words),
                List.of(),
                Edtf.parse(year),
                null,
                List.of(
                    new CitationDraft(
                        new SourceId("chronicle"), null, Quote.of("новый устав"), null, null)),
                null)));
  }

  /** Corrects the words. */
  void say(FactId id, String words) {
    tellAt(
        "third",
        Instant.now(),
        new FactCommand.CorrectFact(
            id,
            null,
            new Changes(null, null, text(words), null, null, null, List.of()),
            new Reason(ReasonType.OTHER, "said again")));
  }

  private void tell(ArchiveCommand command) {
    tellAt("first", BEGUN, command);
  }

  private Receipt tellAt(String actor, Instant at, ArchiveCommand command) {
    return archive.tell(actor, at, command);
  }

  private static Value text(String text) {
    return new Value.Text(text, language("en"));
  }

  private static LanguageTag language(String tag) {
    return new LanguageTag(tag);
  }
}
