package org.defter.query.page;

import java.util.List;
import java.util.Objects;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.value.Value;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.page.Previews.Preview;
import org.jspecify.annotations.Nullable;

/** What can be done with words that were selected: record a new fact, or support one there is. */
final class RecordCommand {

  private RecordCommand() {}

  /** The body of the command; its fields keep their order, as one of a form sent again must. */
  private record NewFact(
      SubjectId subject,
      PropertyId property,
      Value value,
      List<Qualifier> qualifiers,
      @Nullable Edtf valid,
      Certainty certainty,
      List<CitationDraft> citations) {}

  /** The command for the button that was pressed. */
  static PageCommand of(Form form, SourceId source, Passage passage, Preview preview) {
    CitationDraft citation = citation(form, source, passage);
    return switch (form.text("step")) {
      case "record" -> record(form, Objects.requireNonNull(preview.read().statement()), citation);
      default -> cite(form, citation);
    };
  }

  private static PageCommand record(Form form, Statement statement, CitationDraft citation) {
    return form.command(
        "/api/v1/facts",
        null,
        new NewFact(
            statement.subject(),
            statement.property(),
            statement.value(),
            statement.qualifiers(),
            statement.valid(),
            statement.certainty(),
            List.of(citation)));
  }

  /** The button names the fact as it was looked at: {@code cite <version> <id>}. */
  private static PageCommand cite(Form form, CitationDraft citation) {
    String[] said = form.text("step").split(" ", 3);
    if (said.length < 3 || !said[0].equals("cite") || !said[1].matches("[1-9]\\d{0,8}")) {
      throw form.unknownChoice();
    }
    Seen fact = new Seen(new FactId(said[2]), Integer.parseInt(said[1]));
    return form.command(
        "/api/v1/facts/" + fact.id().value() + "/citations", fact.version(), citation);
  }

  private static CitationDraft citation(Form form, SourceId source, Passage passage) {
    String note = form.text("note");
    return new CitationDraft(
        source,
        passage.revision(),
        new Quote(passage.exact(), null, null, passage.paragraph(), passage.start()),
        note.isEmpty() ? null : note,
        null);
  }
}
