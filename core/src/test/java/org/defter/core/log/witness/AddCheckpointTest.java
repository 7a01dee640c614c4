package org.defter.core.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignedNote;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {

  /** The example of C2SP tlog-witness. */
  private static final String EXAMPLE =
      """
      old 20852014
      PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
      jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
      5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
      /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
      """;

  private static AddCheckpoint parse(String body) {
    return AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAndWritesTheExampleOfTheSpecification() {
    AddCheckpoint request = parse(EXAMPLE);

    assertThat(request.oldSize()).isEqualTo(20_852_014);
    assertThat(request.proof()).hasSize(4);
    assertThat(request.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(request.checkpoint().size()).isEqualTo(20_852_163);
    assertThat(request.note().signatures()).hasSize(2);
    assertThat(request.bytes()).isEqualTo(EXAMPLE.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 7, 0", "7, 7, 0", "4, 7, 1", "3, 7, 4", "255, 700, 11"})
  void provesTheGrowthOfALog(long oldSize, int size, int hashes) {
    AddCheckpoint request = WatchedLog.of("a", size).since(oldSize);

    assertThat(request.proof()).hasSize(hashes);
    assertThat(parse(request.toString())).isEqualTo(request);
  }

  @Test
  void needsNoProofFromAnEmptyLog() {
    assertThat(WatchedLog.of("a", 1).since(0).toString())
        .startsWith("old 0\n\nexample.org/archive\n1\n");
  }

  @Test
  void refusesAnOldSizeThatIsLargerThanTheLog() {
    SignedNote note = WatchedLog.of("a", 3).note();

    assertThatThrownBy(() -> new AddCheckpoint(4, List.of(), note))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("a log that has 3 entries did not have 4 before");
    assertThatThrownBy(() -> new AddCheckpoint(-1, List.of(), note))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesAProofThatIsLongerThanAnyCanBe() {
    SignedNote note = WatchedLog.of("a", 3).note();
    List<Hash> longest = Collections.nCopies(63, MerkleTree.EMPTY_ROOT);

    assertThat(new AddCheckpoint(1, longest, note).proof()).hasSize(63);
    assertThatThrownBy(
            () -> new AddCheckpoint(1, Collections.nCopies(64, MerkleTree.EMPTY_ROOT), note))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old 1",
        "old 1\n\n",
        "old 1\n\nno note\n",
        "1\n\n%s",
        "old\n\n%s",
        "old \n\n%s",
        "old  1\n\n%s",
        "old 01\n\n%s",
        "old -1\n\n%s",
        "old +1\n\n%s",
        "old 1 \n\n%s",
        "old 1\r\n\n%s",
        "old 0x1\n\n%s",
        "old 9223372036854775808\n\n%s",
        "old 4\n\n%s",
        "old 1\n%s",
        "old 1\n\n\n%s",
        "old 1\nAAAA\n\n%s",
        "old 1\n5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd9=\n\n%s",
        "old 1\n5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8\n\n%s",
        "\nold 1\n\n%s",
        "old 1\n\n%s\n",
      })
  void refusesWhatIsNoRequest(String body) {
    String note = WatchedLog.of("a", 3).note().toString();

    assertThat(parse("old 1\n\n%s".formatted(note)).oldSize()).isEqualTo(1);
    assertThatThrownBy(() -> parse(body.formatted(note))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesANoteThatIsNoCheckpoint() {
    SignedNote note = SignedNote.sign("some text\n", List.of(WatchedLog.KEY));

    assertThatThrownBy(() -> parse("old 0\n\n" + note)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> AddCheckpoint.parse(new byte[] {(byte) 0xC3}))
        .isInstanceOf(InvalidValue.class);
  }
}
