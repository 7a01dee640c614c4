package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ORIGIN = "example.org/archive";
  private static final String TEXT =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
      """;
  private static final SignerKey LOG = key(ORIGIN, SignatureType.NOTE);
  private static final SignerKey WITNESS = key("w.example", SignatureType.COSIGNATURE);

  private static SignerKey key(String name, SignatureType type) {
    return SignerKey.generate(name, type, new SecureRandom());
  }

  @Test
  void readsAndWritesTheExampleOfTheSpecification() {
    Checkpoint checkpoint = Checkpoint.parse(TEXT);

    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.toString()).isEqualTo(TEXT);
    assertThat(Checkpoint.parse(TEXT + "more\n").extensions()).containsExactly("more");
    assertThat(Checkpoint.parse(TEXT + "more\n").toString()).isEqualTo(TEXT + "more\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n1\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
      })
  void refusesWhatIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void holdsOnlyWithTheSignatureOfTheLogItself() {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, MerkleTree.EMPTY_ROOT);
    SignerKey stranger = key("stranger", SignatureType.NOTE);
    SignedNote signed = checkpoint.sign(List.of(LOG)).cosigned(WITNESS, Instant.EPOCH);
    SignedNote byAStranger = checkpoint.sign(List.of(stranger));

    assertThat(Checkpoint.verified(signed, Set.of(LOG.verifier()))).isEqualTo(checkpoint);
    assertThatThrownBy(() -> Checkpoint.verified(signed, Set.of(WITNESS.verifier())))
        .isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> Checkpoint.verified(byAStranger, Set.of(stranger.verifier())))
        .isInstanceOf(NotProven.class)
        .hasMessage(
            "no given key is that of the log 'example.org/archive', which must have signed");
  }

  @Test
  void aRotatedKeySignsBesideTheOldOne() {
    SignerKey next = key(ORIGIN, SignatureType.NOTE);
    SignedNote both = new Checkpoint(ORIGIN, 0, MerkleTree.EMPTY_ROOT).sign(List.of(LOG, next));

    assertThat(both.verified(Set.of(LOG.verifier()))).hasSize(1);
    assertThat(both.verified(Set.of(next.verifier()))).hasSize(1);
  }

  @Test
  void aProofStandsInOneText() {
    List<Hash> leaves = TilesInMemory.leaves(300);
    TilesInMemory tiles = new TilesInMemory();
    tiles.append(leaves);
    SignedNote checkpoint =
        new Checkpoint(ORIGIN, 300, tiles.root())
            .sign(List.of(LOG))
            .cosigned(WITNESS, Instant.EPOCH);
    LogProof proof = new LogProof("ZXh0cmE=", InclusionProof.of(tiles, 299, 300), checkpoint);

    LogProof read = LogProof.parse(proof.toString());

    assertThat(read).isEqualTo(proof);
    assertThat(proof.toString())
        .startsWith("c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 299\n")
        .contains("=\n\nexample.org/archive\n300\n");
    assertThat(read.verify(leaves.get(299), Set.of(LOG.verifier(), WITNESS.verifier()))).hasSize(2);
    assertThatThrownBy(() -> read.verify(leaves.get(298), Set.of(LOG.verifier())))
        .isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> read.verify(leaves.get(299), Set.of(WITNESS.verifier())))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void aProofOfTheOnlyEntryHasNoHashes() {
    TilesInMemory tiles = new TilesInMemory();
    List<Hash> leaf = TilesInMemory.leaves(1);
    tiles.append(leaf);
    SignedNote checkpoint = new Checkpoint(ORIGIN, 1, tiles.root()).sign(List.of(LOG));
    String text = new LogProof(null, InclusionProof.of(tiles, 0, 1), checkpoint).toString();

    assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org/archive\n1\n");
    assertThat(LogProof.parse(text).verify(leaf.getFirst(), Set.of(LOG.verifier()))).hasSize(1);
    for (String broken :
        List.of(
            text.replace("@v1", "@v2"),
            text.replace("index 0\n", ""),
            text.replace("index 0", "index 00"),
            text.replace("index 0", "index 1"),
            text.replace("index 0", "extra x\nindex 0"),
            text.replace("index 0\n\n", "index 0\n"),
            text.replace("index 0\n", "index 0\nAAAA\n"))) {
      assertThatThrownBy(() -> LogProof.parse(broken)).isInstanceOf(InvalidValue.class);
    }
  }
}
