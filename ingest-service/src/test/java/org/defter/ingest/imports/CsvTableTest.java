package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.defter.ingest.batch.BatchRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private static final CsvTable.Columns COLUMNS =
      new CsvTable.Columns("sample", Set.of("a", "b"), Set.of("c"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n",
        "a,b\r\n1,2\r\n",
        "\uFEFFa,b\n1,2",
        "b,a\n2,1\n",
        " a , b \n1,2\n\n",
        "a,b\n\"1\",\" 2 \"\n",
        "a,b,c\n1,2,\n",
      })
  void readsTheSameRowHoweverItIsWritten(String text) throws IOException {
    CsvRow row = rows(text.getBytes(StandardCharsets.UTF_8)).getFirst();

    assertThat(row.cell("a")).isEqualTo("1");
    assertThat(row.cell("b")).isEqualTo("2");
    assertThat(row.cell("c")).isEmpty();
    assertThat(row.line()).isEqualTo(2);
  }

  @Test
  void namesTheLineARowBeginsOnThoughCellsAboveSpanSeveral() throws IOException {
    List<CsvRow> rows = rows("a,b\n1,\"x\ny\"\n\n2,z\n".getBytes(StandardCharsets.UTF_8));

    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
    assertThat(rows.getFirst().cell("b")).isEqualTo("x\ny");
  }

  @Test
  void complainsAboutTheOneRowThatIsNotUtf8() throws IOException {
    List<CsvRow> rows = rows("a,b\n1,2\n3,\u00e9\n4,5\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(rows.get(2).cell("b")).isEqualTo("5");
    assertThat(rows.get(1).line()).isEqualTo(3);
    assertThatExceptionOfType(BadCell.class).isThrownBy(() -> rows.get(1).cell("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void refusesAnEmptyFile(String text) {
    assertRefused(text, "is empty");
  }

  @Test
  void hasNoRowsWhenThereIsAHeaderOnly() throws IOException {
    assertThat(rows("a,b\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void refusesAHeaderThatLacksAColumnOrHasAnUnknownOne() {
    assertRefused("a\n1\n", "lacks [b]");
    assertRefused("a,b,d,e\n", "unknown columns [d, e]");
    assertRefused("a,b,a\n", "'a' twice");
  }

  @Test
  void refusesAFileWhoseQuotationMarksDoNotMatch() {
    assertRefused("a,b\n1,2\n3,\"open\n", "from line 3 on");
    assertRefused("a,b\n1,\"2\" 3\n", "from line 2 on");
  }

  @Test
  void refusesARowWithoutEndBeforeItFillsTheMemory() throws IOException {
    Path file = folder.resolve("endless.csv");
    Files.writeString(file, "a,b\n1,\"" + "x".repeat(RowLimit.CHARACTERS + 100_000));

    assertThatExceptionOfType(BatchRefused.class)
        .isThrownBy(() -> rows(file))
        .withMessageContaining("16,000,000 characters");
  }

  private void assertRefused(String text, String why) {
    assertThatExceptionOfType(BatchRefused.class)
        .isThrownBy(() -> rows(text.getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining(why);
  }

  private List<CsvRow> rows(byte[] text) throws IOException {
    return rows(Files.write(folder.resolve("table.csv"), text));
  }

  private static List<CsvRow> rows(Path file) {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
