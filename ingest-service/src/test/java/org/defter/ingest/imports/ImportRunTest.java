package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.PropertyId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.Datatype;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.batch.BatchRefused;
import org.defter.ingest.batch.BatchReport.Problem;
import org.defter.ingest.batch.BatchRun;
import org.defter.ingest.batch.Tally;
import org.defter.ingest.command.StoreUnavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
  private final StoreUnavailable gone = new StoreUnavailable(Detail.untranslated("gone"));

  private static final String HEADER = "id,paragraph,quote,subject,property,value,datatype,valid\n";
  private static final String TEXT = "one two three two\n\nfour five\n";

  private final MemoryArchive archive = new MemoryArchive();
  private Importing imports;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    imports = new Importing(folder, archive);
  }

  @Test
  void leavesBadRowsOutAndTakesTheOthersIn() {
    Tally tally =
        imports.run(
            HEADER
                + "A,1,one,x,said,1,quantity,\n"
                + "B,1,four,x,said,2,quantity,\n"
                + "C,2,six,x,said,3,quantity,\n"
                + "D,2,five,x,said,many,quantity,\n"
                + "E,2,five,x,said,4,quantity,1991-13\n"
                + "F,2,five,x,said,5,quantity\n"
                + "G,2,five,x,said,6,quantity,\n",
            TEXT);

    assertThat(Importing.outcome(tally)).containsExactly(2L, 0L, 0L, 0L, 5L);
    assertThat(tally.problems())
        .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.row())
        .containsExactly("3 quote B", "4 quote C", "5 value D", "6 valid E", "7  F");
    assertThat(tally.problems().getFirst().reason().toString()).contains("but in [2]");
  }

  @Test
  void takesARepeatedQuoteWhereTheTableHasGotTo() {
    Tally tally =
        imports.run(
            HEADER
                + "A,1,two,x,said,1,quantity,\n"
                + "B,1,three,x,said,2,quantity,\n"
                + "C,1,two,x,said,3,quantity,\n",
            TEXT);

    assertThat(start("A")).isEqualTo(4);
    assertThat(start("C")).isEqualTo(14);
    assertThat(tally.warnings()).hasSize(2);
  }

  private int start(String fact) {
    return archive.fact(fact).statement().citations().getFirst().passage().start();
  }

  @Test
  void namesAFactAfterItsContentWhenTheRowDoesNot() {
    String table = "quote,subject,property,value,datatype\none,x,said,1,quantity\n";
    imports.run(table, TEXT);
    int events = archive.events().size();

    Tally again = imports.run(table, TEXT);

    assertThat(Importing.outcome(again)).containsExactly(0L, 0L, 0L, 1L, 0L);
    assertThat(archive.events()).hasSize(events);
  }

  @Test
  void refusesAnIdentifierThatAnotherFactHas() {
    imports.run(HEADER + "A,1,one,x,said,1,quantity,\n", TEXT);

    String table = HEADER + "A,1,one,x,said,2,quantity,\nB,1,one,x,said,3,quantity,\n";
    Tally tally = imports.run(table, TEXT);

    assertThat(Importing.outcome(tally)).containsExactly(1L, 0L, 0L, 0L, 1L);
    assertThat(tally.problems()).extracting(Problem::column).containsExactly("id");
  }

  @Test
  void seesWhatEarlierRowsDidWhateverTheDistanceAndInADryRunToo() {
    String filler =
        IntStream.range(0, 2 * BatchRun.CHUNK)
            .mapToObj(row -> "F" + row + ",1,one,x,said," + row + ",quantity,\n")
            .collect(Collectors.joining());
    String table =
        HEADER
            + "A,1,one,y,is,z,text,\n"
            + filler
            + "B,2,five,y,is,z,text,1991\n"
            + "A,1,one,y,is,other,text,\n"
            + "C,2,four,y,is,z,text,1991\n";

    Tally dry = imports.dryRun(table, TEXT);
    Tally real = imports.run(table, TEXT);

    assertThat(Importing.outcome(real)).containsExactly(1001L, 1L, 1L, 0L, 1L);
    assertThat(dry.counts()).isEqualTo(real.counts());
    assertThat(dry.problems()).isEqualTo(real.problems());
    assertThat(archive.fact("A").statement().valid()).isEqualTo(Edtf.parse("1991"));
  }

  @Test
  void countsRowsOnceWhenTheirTransactionTookEffectUnseen() {
    imports.run(HEADER, TEXT);
    archive.loseTheNextAnswer(gone);

    Tally tally = imports.run(HEADER + "A,1,one,x,said,1,quantity,\n", TEXT);

    assertThat(Importing.outcome(tally)).containsExactly(1L, 0L, 0L, 0L, 0L);
    assertThat(archive.fact("A").version()).isEqualTo(1);
  }

  @Test
  void takesTheSourceInOnceThoughTheAnswerIsLost() {
    archive.loseTheNextAnswer(gone);

    Tally tally = imports.run(HEADER + "A,1,one,x,said,1,quantity,\n", TEXT);

    assertThat(Importing.outcome(tally)).containsExactly(1L, 0L, 0L, 0L, 0L);
  }

  @Test
  void saysThatItCanBeResumedWhenTheStoreStaysAway() {
    imports.run(HEADER, TEXT);
    archive.refuseEverything(gone);

    assertThatThrownBy(() -> imports.run(HEADER + "A,1,one,x,said,1,quantity,\n", TEXT))
        .hasMessageContaining("when it does, resume it");
  }

  @Test
  void goesOnAfterTheLastRowThatIsDone() {
    StringBuilder table = new StringBuilder(HEADER + "A,1,one,x,said,bad,quantity,\n");
    for (int row = 0; row < 3 * BatchRun.CHUNK; row++) {
      table.append("F%d,1,two,x%d,said,%d,quantity,\n".formatted(row, row % 7, row));
    }
    Tally whole = imports.run(table.toString(), TEXT);
    MemoryArchive other = new MemoryArchive();
    Importing cutOff = new Importing(imports.folder(), other);
    cutOff.subjects("id,name,kind\ny,Mars,planet\n");
    cutOff.crashAfter(4);
    assertThatThrownBy(() -> cutOff.run(table.toString(), TEXT))
        .isInstanceOf(Importing.Crash.class);
    int stored = other.events().size();

    Tally resumed = cutOff.resume();

    assertThat(stored).isLessThan(other.events().size());
    assertThat(other.events()).containsExactlyInAnyOrderElementsOf(archive.events());
    assertThat(resumed.counts().facts()).isEqualTo(whole.counts().facts());
    assertThat(resumed.counts().subjects()).isEqualTo(whole.counts().subjects());
    assertThat(resumed.counts().errors()).isEqualTo(whole.counts().errors() + 1);
    assertThat(resumed.done()).isEqualTo(whole.done());
    assertThat(resumed.warnings()).isEqualTo(whole.warnings());
  }

  @Test
  void refusesASourceThatHasAnotherTextInTheArchive() {
    imports.run(HEADER, TEXT);

    assertThatExceptionOfType(BatchRefused.class)
        .isThrownBy(() -> imports.run(HEADER, "another text"))
        .withMessageContaining("revise its transcription first");
  }

  @Test
  void storesNothingOfATableWhoseStructureIsBroken() {
    assertThatExceptionOfType(BatchRefused.class)
        .isThrownBy(() -> imports.run(HEADER + "A,1,one,x,said,1,quantity,\nB,1,\"one\n", TEXT));
    assertThat(archive.events()).isEmpty();
  }

  @Test
  void registersSubjectsAsTheirTableSaysAndReportsItsBadRows() {
    imports.subjects(
        """
        id,kind,name,language,used
        x,person,Иванов,ru,
        x,,Ivanov,en,1991/..
        y,planet,Mars,en,
        """);

    Tally tally = imports.run(HEADER + "A,1,one,x,said,1,quantity,\n", TEXT);

    assertThat(archive.subject("x").kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(archive.subject("x").names())
        .containsExactly(
            new Name("Иванов", new LanguageTag("ru"), null),
            new Name("Ivanov", new LanguageTag("en"), Edtf.parse("1991/..")));
    assertThat(tally.counts().subjects()).isEqualTo(1);
    assertThat(tally.problems())
        .extracting(problem -> problem.file() + " " + problem.line() + " " + problem.column())
        .containsExactly("subjects 4 kind");
  }

  @Test
  void definesNoPropertyForARowThatIsLeftOut() {
    imports.run(HEADER + "A,1,nowhere,x,said,1,quantity,\nB,1,one,x,said,no,text,\n", TEXT);

    assertThat(archive.property(new PropertyId("said")))
        .extracting("definition.datatype")
        .isEqualTo(Datatype.TEXT);
    assertThat(archive.property(new PropertyId("said-text"))).isNull();
  }
}
