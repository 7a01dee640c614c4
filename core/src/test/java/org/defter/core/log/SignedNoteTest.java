package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  /** The example of C2SP signed-note. */
  private static final VerifierKey FOO =
      VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

  private static final String FOO_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  /** The key and the note of the Go module that began the format. */
  private static final SignerKey PETER =
      SignerKey.parse(
          "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

  private static final String PETER_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final String TEXT = "example.org/log\n0\nroot\n";
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.6Z");

  private static SignerKey key(String name, SignatureType type) {
    return SignerKey.generate(name, type, new SecureRandom());
  }

  @Test
  void verifiesWhatOthersSigned() {
    SignedNote note = SignedNote.parse(FOO_NOTE);

    assertThat(note.verified(List.of(FOO))).isEqualTo(note.signatures());
    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note.toString()).isEqualTo(FOO_NOTE);
    assertThat(FOO.toString())
        .isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  }

  @Test
  void signsAsOthersDo() {
    String text = SignedNote.parse(PETER_NOTE).text();

    assertThat(SignedNote.sign(text, List.of(PETER)).toString()).isEqualTo(PETER_NOTE);
    assertThat(PETER.verifier().toString())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(PETER.secret())
        .isEqualTo(
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    assertThat(PETER.toString()).doesNotContain("AYEKFALVFGyN");
  }

  /** RFC 8032, section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  })
  void derivesThePublicKeyOfASeed(String seed, String publicKey) {
    assertThat(Ed25519.publicBytes(Hash.fromHex(seed).bytes()))
        .isEqualTo(Hash.fromHex(publicKey).bytes());
  }

  @Test
  void cosignsWithTheTime() {
    SignerKey log = key("example.org/log", SignatureType.NOTE);
    SignerKey witness = key("example.org/witness", SignatureType.COSIGNATURE);
    SignedNote note = SignedNote.sign(TEXT, List.of(log)).cosigned(witness, THEN);

    List<NoteSignature> verified =
        SignedNote.parse(note.toString()).verified(List.of(log.verifier(), witness.verifier()));

    assertThat(verified).hasSize(2);
    assertThat(verified.getLast().cosignedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(note.cosigned(witness, THEN.plusSeconds(1)).signatures()).hasSize(2);
  }

  @Test
  void aCosignatureHoldsForItsTimeOnly() {
    SignerKey witness = key("w", SignatureType.COSIGNATURE);
    NoteSignature now = NoteSignature.of(witness, TEXT, THEN);
    NoteSignature later = NoteSignature.of(witness, TEXT, THEN.plusSeconds(1));

    assertThat(now.isOf(TEXT, witness.verifier())).isTrue();
    assertThat(later.isOf(TEXT, witness.verifier())).isTrue();
    String moved = later.base64().substring(0, 16) + now.base64().substring(16);
    assertThat(new NoteSignature("w", moved).isOf(TEXT, witness.verifier())).isFalse();
  }

  @Test
  void refusesWhatIsSignedByNoneOfTheKeys() {
    assertThatThrownBy(() -> SignedNote.parse(FOO_NOTE).verified(List.of(PETER.verifier())))
        .isInstanceOf(NotProven.class)
        .hasMessage(
            "none of the given keys signed this; it says it is signed by example.com/foo+530d903a");
  }

  @Test
  void refusesAnotherTextUnderTheSameSignature() {
    SignedNote forged = SignedNote.parse(FOO_NOTE.replace("example message", "exemple message"));

    assertThatThrownBy(() -> forged.verified(List.of(FOO)))
        .isInstanceOf(NotProven.class)
        .hasMessage("the signature of example.com/foo is not of this text");
  }

  @Test
  void passesOverSignaturesOfOthers() {
    SignedNote note = SignedNote.parse(FOO_NOTE + "— example.com/foo AAAAAAA=\n");

    assertThat(note.verified(List.of(FOO))).containsExactly(note.signatures().getFirst());
  }

  @Test
  void refusesOneFalseSignatureAmongTrueOnes() {
    SignerKey other = key("other", SignatureType.NOTE);
    String text = SignedNote.parse(FOO_NOTE).text();
    SignedNote note =
        SignedNote.parse(FOO_NOTE).with(List.of(NoteSignature.of(other, text + text)));

    assertThatThrownBy(() -> note.verified(List.of(FOO, other.verifier())))
        .isInstanceOf(NotProven.class);
  }

  @Test
  void aKeySignsOnlyWhatItIsFor() {
    SignerKey log = key("log", SignatureType.NOTE);
    SignerKey witness = key("witness", SignatureType.COSIGNATURE);

    assertThatThrownBy(() -> SignedNote.sign(TEXT, List.of(witness)))
        .isInstanceOf(InvalidValue.class);
    SignedNote note = SignedNote.sign(TEXT, List.of(log));
    assertThatThrownBy(() -> note.cosigned(log, THEN)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n— foo AAAAAAAA\n",
        "text\n\n— foo AAAAAAAA",
        "text\n\n— foo AAAAAA==\n",
        "text\n\n— foo AAAAAAA\n",
        "text\n\n— foo AAAAAAB=\n",
        "text\n\n—  AAAAAAAA\n",
        "text\n\n— f+o AAAAAAAA\n",
        "text\n\n— f\u00a0o AAAAAAAA\n",
        "text\n\n- foo AAAAAAAA\n",
        "text\n\n— foo AAAAAAAA \n",
        "text\r\n\n— foo AAAAAAAA\n",
        "text\n\n— foo AAAAAAAA\r\n",
        "te\txt\n\n— foo AAAAAAAA\n",
      })
  void refusesWhatIsNoSignedNote(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesBytesThatAreNotText() {
    byte[] note = FOO_NOTE.getBytes(StandardCharsets.UTF_8);
    note[0] = (byte) 0xC3;

    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AQ==",
        "example.com /foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      })
  void refusesWhatIsNoKey(String key) {
    assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> SignerKey.parse("PRIVATE+KEY+" + key))
        .isInstanceOf(InvalidValue.class);
  }
}
