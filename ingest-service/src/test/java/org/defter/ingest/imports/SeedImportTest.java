package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.ingest.batch.BatchReport.PossibleDuplicate;
import org.defter.ingest.batch.BatchReport.Warning;
import org.defter.ingest.batch.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedImportTest {

  private final MemoryArchive archive = new MemoryArchive();
  private Importing imports;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    imports = new Importing(folder, archive);
  }

  @Test
  void makes114Facts3CitationsAnd1CorrectionOf118Rows() {
    Tally tally = imports.run(Seed.facts(), Seed.essay());

    assertThat(tally.problems()).isEmpty();
    assertThat(Importing.outcome(tally)).containsExactly(114L, 3L, 1L, 0L, 0L);
    assertThat(tally.done()).isEqualTo(118);
    assertThat(tally.possibleDuplicates())
        .containsExactly(new PossibleDuplicate(63, "S062", "S029"));
    assertThat(tally.receipts()).hasSize(3);
  }

  @Test
  void recognisesEveryRowTheSecondTime() {
    imports.run(Seed.facts(), Seed.essay());
    int before = archive.events().size();

    Tally again = imports.run(Seed.facts(), Seed.essay());

    assertThat(Importing.outcome(again)).containsExactly(0L, 0L, 0L, 118L, 0L);
    assertThat(archive.events()).hasSize(before);
    assertThat(again.receipts()).isEmpty();
  }

  @Test
  void reportsTheSameWhenNothingIsStored() {
    Tally dry = imports.dryRun(Seed.facts(), Seed.essay());

    assertThat(archive.events()).isEmpty();
    Tally real = imports.run(Seed.facts(), Seed.essay());
    assertThat(dry.counts()).isEqualTo(real.counts());
    assertThat(dry.possibleDuplicates()).isEqualTo(real.possibleDuplicates());
    assertThat(dry.warnings()).isEqualTo(real.warnings());
  }

  @Test
  void datesTheMembershipAndKeepsBothPassages() {
    imports.run(Seed.facts(), Seed.essay());

    var membership = archive.fact("S013").statement();

    assertThat(membership.valid()).isEqualTo(Edtf.parse("1991-12/.."));
    assertThat(membership.citations())
        .extracting(citation -> citation.passage().paragraph())
        .containsExactly(1, 6);
  }

  @Test
  void citesBothParagraphsWhereTheTextRepeatsItself() {
    imports.run(Seed.facts(), Seed.essay());

    assertThat(paragraphs("S108")).containsExactly(17, 19);
    assertThat(paragraphs("S110")).containsExactly(18, 20);
    assertThat(paragraphs("S005")).containsExactly(1, 21);
  }

  private List<Integer> paragraphs(String fact) {
    return archive.fact(fact).statement().citations().stream()
        .map(Citation::passage)
        .map(passage -> passage.paragraph())
        .toList();
  }

  @Test
  void readsEachKindOfValue() {
    imports.run(Seed.facts(), Seed.essay());

    assertThat(value("S004"))
        .isEqualTo(new Value.Text("Организация Исламская Конференция", new LanguageTag("ru")));
    assertThat(value("S006")).isEqualTo(new Value.SubjectReference(new SubjectId("charter-1972")));
    assertThat(value("S002")).isEqualTo(new Value.SubjectReference(new SubjectId("rabat-morocco")));
    assertThat(value("S007")).isEqualTo(new Value.Date(Edtf.parse("1972")));
    assertThat(value("S025")).isEqualTo(new Quantity("1/5", null, true));
    assertThat(value("S027")).isEqualTo(new Quantity("70", "%", false));
    assertThat(value("S008")).isEqualTo(new Value.Truth(false));
    assertThat(value("S036")).isEqualTo(new Value.Span("P3Y"));
  }

  private Value value(String fact) {
    return archive.fact(fact).statement().value();
  }

  @Test
  void givesAPropertyOfAnotherDatatypeANameOfItsOwnAndSaysSo() {
    Tally tally = imports.run(Seed.facts(), Seed.essay());

    assertThat(archive.fact("S007").statement().property()).isEqualTo(new PropertyId("adopted"));
    assertThat(archive.fact("S100").statement().property())
        .isEqualTo(new PropertyId("adopted-text"));
    assertThat(tally.warnings())
        .extracting(Warning::text)
        .anyMatch(text -> text.toString().contains("'adopted-text' was used"));
  }

  @Test
  void takesAQualifierForASubjectWhenTheTableSpeaksOfIt() {
    imports.run(Seed.facts(), Seed.essay());

    assertThat(archive.fact("S001").statement().qualifiers())
        .containsExactly(
            new Qualifier(
                new PropertyId("at"),
                new Value.SubjectReference(new SubjectId("rabat-conference-1969"))));
    assertThat(archive.fact("S073").statement().qualifiers())
        .containsExactly(new Qualifier(new PropertyId("ordinal"), new Quantity("24", null, false)));
    assertThat(archive.fact("S029").statement().qualifiers())
        .containsExactly(new Qualifier(new PropertyId("temporary"), new Value.Truth(true)));
  }

  @Test
  void registersPlacesByTheirNamesAndTheRestByTheirIdentifiers() {
    imports.run(Seed.facts(), Seed.essay());

    assertThat(archive.subject("rabat-morocco").kind()).isEqualTo(SubjectKind.PLACE);
    assertThat(archive.subject("rabat-morocco").names().getFirst().text())
        .isEqualTo("Rabat, Morocco");
    assertThat(archive.subject("heydar-aliyev").kind()).isEqualTo(SubjectKind.UNDETERMINED);
    assertThat(archive.subject("heydar-aliyev").names().getFirst().text())
        .isEqualTo("Heydar aliyev");
  }
}
