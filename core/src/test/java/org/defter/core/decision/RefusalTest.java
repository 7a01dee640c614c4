package org.defter.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.source.Quote;
import org.defter.core.value.Datatype;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void saysWhatIsWrongInEnglish() {
    assertThat(new Refusal.AlreadyExists(new SourceId("log-book")).detail())
        .hasToString(
            "there is a source 'log-book' already: choose another id, or leave it out to be given"
                + " one");
    assertThat(new Refusal.StaleVersion(1_234, 1_235).detail())
        .hasToString(
            "made for version 1234, but it is at version 1235 now: read it again, and decide again");
    assertThat(new Refusal.WrongDatatype("value", Datatype.DATE, Datatype.TEXT).detail())
        .hasToString("the property takes a value of type date, but this is of type text");
    assertThat(new Refusal.QuoteNotFound("quote", Quote.inParagraph(7, "lit"), 2).detail())
        .hasToString(
            "these words are not in paragraph 7 of transcription revision 2, with the surroundings"
                + " given: copy them from it");
    assertThat(new Refusal.QuoteAmbiguous("quote", List.of(3, 3, 5)).detail())
        .hasToString(
            "these words stand in 3 places (paragraphs 3, 5): add the paragraph, or a prefix or"
                + " suffix");
    assertThat(new Refusal.QuoteAmbiguous("quote", Collections.nCopies(1_000, 1)).detail())
        .hasToString(
            "these words stand in at least 1000 places (paragraphs 1): add the paragraph, or a"
                + " prefix or suffix");
    assertThat(new Refusal.FactMoved(1, 3).detail())
        .hasToString(
            "proposed for version 1 of the fact, which is at version 3 now: look at both, and"
                + " decide: 'apply-changes' changes only what was proposed and keeps the rest,"
                + " 'as-proposed' makes the fact say all that was proposed then");
  }

  @Test
  void saysItInTheReadersLanguageWithTheCasesOfThatLanguage() {
    Refusal unknown = new Refusal.UnknownReference("property", new PropertyId("lit"));
    Refusal ambiguous = new Refusal.QuoteAmbiguous("quote", Collections.nCopies(21, 4));

    assertThat(unknown.detail().in(Locale.of("ru")))
        .isEqualTo("нет свойства «lit»: сначала создайте или исправьте название");
    assertThat(unknown.detail().in(Locale.of("az")))
        .isEqualTo("“lit” xassəsi yoxdur: əvvəlcə yaradın və ya adını düzəldin");
    assertThat(ambiguous.detail().in(Locale.of("ru")))
        .startsWith("эти слова стоят в 21 месте (абзацы 4)");
  }
}
