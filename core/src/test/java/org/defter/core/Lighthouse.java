package org.defter.core;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.property.PropertyEvent.PropertyDefined;
import org.defter.core.source.Access;
import org.defter.core.source.Level;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.SourceEvent.SourceDeposited;
import org.defter.core.source.SourceEvent.TranscriptionRevised;
import org.defter.core.source.Transcription;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectEvent.SubjectRegistered;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;

/** A small archive the tests share: one lighthouse, its keeper, and the log book about them. */
public final class Lighthouse {

  public static final LanguageTag ENGLISH = new LanguageTag("en");

  public static final SubjectId LIGHTHOUSE = new SubjectId("cape-north-light");
  public static final SubjectId KEEPER = new SubjectId("anna-berg");
  public static final SubjectId NOBODY = new SubjectId("nobody");

  public static final PropertyId LIT = new PropertyId("lit");
  public static final PropertyId KEPT_BY = new PropertyId("kept-by");
  public static final PropertyId STATED_BY = new PropertyId("stated-by");
  public static final PropertyId UNDEFINED = new PropertyId("undefined");

  public static final SourceId LOG = new SourceId("log-book");
  public static final SourceId PHOTOGRAPH = new SourceId("photograph");
  public static final SourceId LOST = new SourceId("lost");

  public static final String FIRST_READING =
      """
      The lamp on Cape North was lit in 1887.
      Anna Berg kept it. It burned oil.
      It burned oil until 1931.
      """;

  /** The second reading has another year, and the words about the keeper no longer. */
  public static final String SECOND_READING =
      """
      The lamp on Cape North was lit in 1881.
      It burned oil until 1931.
      """;

  private Lighthouse() {}

  public static FakeArchive archive() {
    return FakeArchive.after(
        new SubjectRegistered(
            LIGHTHOUSE, SubjectKind.PLACE, List.of(name("Cape North Light")), List.of()),
        new SubjectRegistered(KEEPER, SubjectKind.PERSON, List.of(name("Anna Berg")), List.of()),
        defined(LIT, Datatype.DATE),
        defined(KEPT_BY, Datatype.SUBJECT),
        defined(STATED_BY, Datatype.TEXT),
        new SourceDeposited(
            LOG, described("Log book"), Transcription.of(1, FIRST_READING, ENGLISH)),
        new TranscriptionRevised(
            LOG,
            described("Log book"),
            Transcription.of(2, SECOND_READING, ENGLISH),
            new Reason(ReasonType.TRANSCRIPTION_ERROR, "read under better light")),
        new SourceDeposited(PHOTOGRAPH, described("Photograph"), null));
  }

  public static Name name(String text) {
    return new Name(text, ENGLISH, null);
  }

  public static SourceDescription described(String title) {
    return new SourceDescription(
        title, null, List.of(), null, List.of(), Level.ITEM, null, Access.OPEN);
  }

  public static PropertyDefinition defines(String label, Datatype datatype) {
    return new PropertyDefinition(List.of(new Label(label, ENGLISH)), datatype, false, null);
  }

  private static PropertyDefined defined(PropertyId id, Datatype datatype) {
    return new PropertyDefined(id, defines(id.value(), datatype));
  }

  public static Value date(String edtf) {
    return new Value.Date(Edtf.parse(edtf));
  }

  public static Value text(String words) {
    return new Value.Text(words, ENGLISH);
  }

  /** "The lighthouse was lit in 1887", resting on these citations. */
  public static Draft litIn1887(CitationDraft... citations) {
    return new Draft(
        LIGHTHOUSE, LIT, date("1887"), List.of(), null, null, List.of(citations), null);
  }

  /** What becomes of {@link #litIn1887}. */
  public static Statement litIn1887(List<Citation> citations) {
    return new Statement(
        LIGHTHOUSE, LIT, date("1887"), List.of(), null, Certainty.CERTAIN, citations, null);
  }

  /** These words in the first reading of the log book. */
  public static CitationDraft quoting(String words) {
    return quoting(Quote.of(words));
  }

  /** This quote in the first reading of the log book. */
  public static CitationDraft quoting(Quote quote) {
    return new CitationDraft(LOG, 1, quote, null, null);
  }

  /** What becomes of {@code quoting("lit in 1887")}. */
  public static Citation yearCitation(int number) {
    return new Citation(
        number,
        LOG,
        new Passage(1, ENGLISH, 1, "lit in 1887", "The lamp on Cape North was ", ".", 27, 38),
        null,
        Certainty.CERTAIN);
  }

  /** What becomes of {@code quoting("Anna Berg")}. */
  public static Citation keeperCitation(int number) {
    return new Citation(
        number,
        LOG,
        new Passage(1, ENGLISH, 2, "Anna Berg", "", " kept it. It burned oil.", 40, 49),
        null,
        Certainty.CERTAIN);
  }
}
