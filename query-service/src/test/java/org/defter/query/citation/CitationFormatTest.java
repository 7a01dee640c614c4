package org.defter.query.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.defter.query.citation.CitedFact.Source;
import org.defter.query.citation.CitedFact.Words;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CitationFormatTest {

  private static final CitedFact FACT =
      new CitedFact(
          "S012",
          2,
          "The Union — members: 57 % {all}",
          LocalDate.of(2026, 3, 5),
          "https://archive.example/facts/S012?version=2",
          List.of(
              new Source(
                  List.of("A. Clerk"), "Chronicle & Annals", "F1/2", "paragraph 4", "60_states"),
              new Source(List.of("A. Clerk"), "A list", null, "paragraph 1", "57")),
          new Words("Defter", "fact S012, version 2, recorded on 2026-03-05"));

  @Test
  void writesAFootnoteFromSourceToPermanentAddress() {
    assertThat(CitationFormat.TEXT.of(FACT))
        .isEqualTo(
            "A. Clerk, Chronicle & Annals, F1/2, paragraph 4: «60_states»."
                + " A. Clerk, A list, paragraph 1: «57»."
                + " The Union — members: 57 % {all}."
                + " Defter, fact S012, version 2, recorded on 2026-03-05,"
                + " https://archive.example/facts/S012?version=2.");
  }

  @Test
  void writesBibtexInWhichNothingIsTakenForACommand() {
    assertThat(CitationFormat.BIBTEX.of(FACT))
        .startsWith("@misc{defter-S012-v2,\n")
        .endsWith("\n}\n")
        .contains("  author = {{A. Clerk}},\n")
        .contains("  title = {{The Union — members: 57 \\% \\{all\\}}},\n")
        .contains("  year = {2026},\n", "  month = {3},\n")
        .contains("  url = {https://archive.example/facts/S012?version=2},\n")
        .contains("Chronicle \\& Annals", "«60\\_states»");
  }

  @Test
  void writesAnItemThatCitationProcessorsRead() {
    JsonNode items = JsonMapper.shared().readTree(CitationFormat.CSL_JSON.of(FACT));

    assertThat(items.size()).isOne();
    JsonNode item = items.get(0);
    assertThat(item.path("id").asString()).isEqualTo("defter-S012-v2");
    assertThat(item.path("type").asString()).isEqualTo("entry");
    assertThat(item.at("/author/0/literal").asString()).isEqualTo("A. Clerk");
    assertThat(item.path("author").size()).isOne();
    assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2026,3,5]");
    assertThat(item.path("URL").asString()).endsWith("/facts/S012?version=2");
    assertThat(item.path("title").asString()).isEqualTo("The Union — members: 57 % {all}");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    CitedFact uncited =
        new CitedFact("F", 1, "says", LocalDate.EPOCH, "x", List.of(), new Words("D", "f"));

    assertThat(CitationFormat.BIBTEX.of(uncited)).doesNotContain("author", "note");
    assertThat(CitationFormat.CSL_JSON.of(uncited)).doesNotContain("author", "container-title");
    assertThat(CitationFormat.TEXT.of(uncited)).isEqualTo("says. D, f, x.");
  }
}
