package org.defter.core.fact;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.Archive;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.id.PropertyId;
import org.defter.core.property.Property;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an archivist asks for into a statement: every name is looked up, every quote is found.
 */
final class Resolution {

  sealed interface Outcome {}

  record Resolved(Statement statement) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}

  /** Every event carries the whole statement, and must fit the topic and the search index. */
  static final int MOST_CITATIONS = 100;

  static final int MOST_QUALIFIERS = 100;

  private final Archive archive;

  Resolution(Archive archive) {
    this.archive = archive;
  }

  /** A new statement. */
  Outcome resolve(Draft draft) {
    if (draft.citations().isEmpty() && draft.uncitedReason() == null) {
      return new Refused(new Refusal.Uncited("citations"));
    }
    Statement uncited =
        new Statement(
            draft.subject(),
            draft.property(),
            draft.value(),
            draft.qualifiers(),
            draft.valid(),
            orCertain(draft.certainty()),
            List.of(),
            draft.uncitedReason());
    Refusal refusal = unknownTerm(uncited);
    return refusal != null
        ? new Refused(refusal)
        : resolve(uncited, 0, draft.citations(), "citations");
  }

  /** What the fact says, with some of its parts changed. */
  Outcome resolve(Fact fact, Changes changes) {
    Statement before = fact.statement();
    Statement after =
        new Statement(
            changes.subject() != null ? changes.subject() : before.subject(),
            changes.property() != null ? changes.property() : before.property(),
            changes.value() != null ? changes.value() : before.value(),
            changes.qualifiers() != null ? changes.qualifiers() : before.qualifiers(),
            changes.valid() != null ? changes.valid().edtf() : before.valid(),
            changes.certainty() != null ? changes.certainty() : before.certainty(),
            before.citations(),
            before.uncitedReason());
    Refusal refusal = unknownTerm(after);
    return refusal != null
        ? new Refused(refusal)
        : resolve(after, fact.citationsMade(), changes.cite(), "cite");
  }

  /** What the fact says, with a further citation. */
  Outcome resolve(Fact fact, CitationDraft draft) {
    return resolve(fact.statement(), fact.citationsMade(), List.of(draft), "citation");
  }

  /**
   * A statement with further citations.
   *
   * @param made how many were made before, those included that were withdrawn: no number is used
   *     again
   */
  private Outcome resolve(Statement before, int made, List<CitationDraft> drafts, String field) {
    List<Citation> citations = new ArrayList<>(before.citations());
    for (int at = 0; at < drafts.size(); at++) {
      CitationDraft draft = drafts.get(at);
      String here = field.equals("citation") ? field : field + "[" + at + "]";
      Anchoring text = archive.transcription(draft.source(), draft.revision());
      if (text == null) {
        return new Refused(noSuchText(here, draft));
      }
      List<Passage> found = text.find(draft.quote());
      if (found.size() != 1) {
        return new Refused(notInOnePlace(here + ".quote", draft.quote(), found, text));
      }
      Citation citation =
          new Citation(
              made + at + 1,
              draft.source(),
              found.getFirst(),
              draft.note(),
              orCertain(draft.confidence()));
      if (citations.stream().anyMatch(citation::pointsAtSameWordsAs)) {
        return new Refused(new Refusal.NothingChanges(here, Detail.of("fact.cited-already")));
      }
      citations.add(citation);
    }
    if (citations.size() > MOST_CITATIONS) {
      return new Refused(tooManyCitations(field));
    }
    return new Resolved(before.citing(citations));
  }

  private Refusal noSuchText(String field, CitationDraft draft) {
    if (!archive.hasSource(draft.source())) {
      return new Refusal.UnknownReference(field + ".source", draft.source());
    }
    return draft.revision() == null
        ? new Refusal.NotPossibleNow(
            field + ".source", Detail.of("source.no-transcription", draft.source().value()))
        : new Refusal.NotPossibleNow(
            field + ".revision",
            Detail.of("source.no-revision", draft.source().value(), draft.revision()));
  }

  static Refusal notInOnePlace(String field, Quote quote, List<Passage> found, Anchoring text) {
    return found.isEmpty()
        ? new Refusal.QuoteNotFound(field, quote, text.transcription().revision())
        : new Refusal.QuoteAmbiguous(field, found.stream().map(Passage::paragraph).toList());
  }

  static Refusal tooManyCitations(String field) {
    return new Refusal.NotPossibleNow(field, Detail.of("fact.too-many-citations", MOST_CITATIONS));
  }

  private @Nullable Refusal unknownTerm(Statement statement) {
    if (statement.qualifiers().size() > MOST_QUALIFIERS) {
      return new Refusal.NotPossibleNow(
          "qualifiers", Detail.of("fact.too-many-qualifiers", MOST_QUALIFIERS));
    }
    if (!archive.hasSubject(statement.subject())) {
      return new Refusal.UnknownReference("subject", statement.subject());
    }
    Refusal refusal = unfit("property", statement.property(), "value", statement.value());
    for (int at = 0; refusal == null && at < statement.qualifiers().size(); at++) {
      Qualifier qualifier = statement.qualifiers().get(at);
      String field = "qualifiers[" + at + "]";
      refusal =
          unfit(field + ".property", qualifier.property(), field + ".value", qualifier.value());
    }
    return refusal;
  }

  private @Nullable Refusal unfit(
      String propertyField, PropertyId id, String valueField, Value value) {
    Property property = archive.property(id);
    if (property == null) {
      return new Refusal.UnknownReference(propertyField, id);
    }
    if (property.definition().datatype() != value.datatype()) {
      return new Refusal.WrongDatatype(
          valueField, property.definition().datatype(), value.datatype());
    }
    if (value instanceof Value.SubjectReference(var subject) && !archive.hasSubject(subject)) {
      return new Refusal.UnknownReference(valueField + ".subject", subject);
    }
    return null;
  }

  private static Certainty orCertain(@Nullable Certainty certainty) {
    return certainty == null ? Certainty.CERTAIN : certainty;
  }
}
