package org.defter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defter.audit.Comparison.Difference;
import org.defter.audit.Sheet.Note;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  private static final String END = "2026-03-01T09:00:00Z";

  @TempDir private Path folder;
  private Sheet expected;
  private Sheet there;

  @BeforeEach
  void open() throws IOException {
    expected = new Sheet(folder, "expected");
    there = new Sheet(folder, "there");
  }

  @AfterEach
  void close() throws IOException {
    expected.close();
    there.close();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void findsNothingWhereEveryDocumentIsWhatItShouldBe() throws IOException {
    expected.add(document(Index.FACTS, "F1", 1, false));
    expected.add(document(Index.FACTS, "F1", 2, false));
    expected.add(document(Index.FACT_VERSIONS, "F1@1", 1, false));
    expected.add(end("F1@1", END, false));
    there.add(document(Index.FACTS, "F1", 2, false));
    there.add(closed("F1@1", 1, END));

    Comparison compared = Comparison.of(expected, there);

    assertThat(compared.differences()).isEmpty();
    assertThat(compared.found()).isZero();
    assertThat(compared.documents()).isEqualTo(2);
  }

  @Test
  void namesADocumentOfAnEarlierState() throws IOException {
    expected.add(document(Index.FACTS, "F1", 1, false));
    expected.add(document(Index.FACTS, "F1", 2, false));
    there.add(document(Index.FACTS, "F1", 1, false));

    assertThat(said())
        .containsExactly("the index 'facts' does not say of F1, version 2 what the log says");
  }

  @Test
  void namesAVersionThatEndsAtAnotherTimeOrNotAtAll() throws IOException {
    for (String version : List.of("F1@1", "F2@1")) {
      expected.add(document(Index.FACT_VERSIONS, version, 1, false));
      expected.add(end(version, END, false));
    }
    there.add(closed("F1@1", 1, "2026-03-01T09:00:01Z"));
    there.add(closed("F2@1", 1, null));

    assertThat(said()).hasSize(2).allMatch(said -> said.contains("does not say of F"));
  }

  @Test
  void namesWhatIsMissingAndWhatIsThereBesides() throws IOException {
    expected.add(document(Index.EVENTS, "lost", 1, false));
    there.add(document(Index.SUBJECTS, "ghost", 1, false));
    there.add(new Note(Index.SUBJECTS, "never-there", false, null, null, ""));

    assertThat(said())
        .containsExactlyInAnyOrder(
            "the index 'events' does not hold lost, version 1",
            "the index 'subjects' holds 'ghost', of which the log knows nothing");
  }

  /** An index may be ahead of the entries that were audited, or not yet. */
  @Test
  void allowsWhatHappenedSince() throws IOException {
    for (String fact : List.of("F1", "F2", "F3")) {
      expected.add(document(Index.FACTS, fact, 1, false));
      expected.add(document(Index.FACTS, fact, 2, true));
    }
    expected.add(document(Index.FACTS, "new", 1, true));
    there.add(document(Index.FACTS, "F1", 1, false));
    there.add(document(Index.FACTS, "F2", 2, false));
    there.add(document(Index.FACTS, "F3", 3, false));

    assertThat(said())
        .containsExactly("the index 'facts' does not say of F3, version 2 what the log says");
  }

  @Test
  void takesTheLastLookAtADocument() throws IOException {
    expected.add(document(Index.FACTS, "F1", 2, false));
    there.add(document(Index.FACTS, "F1", 1, false));
    there.add(document(Index.FACTS, "F1", 2, false));

    assertThat(said()).isEmpty();
  }

  @Test
  void tellsDocumentsApartByAnyMemberButTheirOrder() {
    String document = "{'a': 1, 'b': {'c': ['x', 'y'], 'd': 9007199254740993}}";

    assertThat(
            digest("{'b': {'d': 9007199254740993, 'c': ['x', 'y']}, 'a': 1, 'knownTo': 'later'}"))
        .isEqualTo(digest(document));
    for (String other :
        List.of(
            "{'a': 2, 'b': {'c': ['x', 'y'], 'd': 9007199254740993}}",
            "{'a': 1, 'b': {'c': ['y', 'x'], 'd': 9007199254740993}}",
            "{'a': 1, 'b': {'c': ['x', 'y'], 'd': 9007199254740992}}",
            "{'a': 1, 'b': {'c': ['xy'], 'd': 9007199254740993}}",
            "{'a': '1', 'b': {'c': ['x', 'y'], 'd': 9007199254740993}}",
            "{'a': 1, 'b': {'c': ['x', 'y'], 'd': 9007199254740993}, 'e': null}",
            "{'a': 1, 'b': {'c': ['x', 'y']}, 'd': 9007199254740993}")) {
      assertThat(digest(other)).as(other).isNotEqualTo(digest(document));
    }
  }

  private static Hash digest(String json) {
    return DocumentDigest.of(DocumentJson.mapper().readTree(json.replace('\'', '"')));
  }

  private List<String> said() throws IOException {
    return Comparison.of(expected, there).differences().stream().map(Difference::said).toList();
  }

  private static Note document(Index index, String id, int version, boolean late) {
    return new Note(index, id, late, ofVersion(version), null, id + ", version " + version);
  }

  private static Note closed(String id, int version, @Nullable String end) {
    return new Note(Index.FACT_VERSIONS, id, false, ofVersion(version), end, "");
  }

  private static Hash ofVersion(int version) {
    return MerkleTree.leaf(new byte[] {(byte) version});
  }

  private static Note end(String id, String at, boolean late) {
    return new Note(Index.FACT_VERSIONS, id, late, null, at, "");
  }
}
