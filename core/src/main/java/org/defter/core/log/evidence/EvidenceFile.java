package org.defter.core.log.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.UnfitJson;
import org.defter.core.id.FactId;
import org.defter.core.log.CanonicalJson;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.InclusionProof;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON of a file of evidence. */
record EvidenceFile(
    String format,
    String archive,
    String fact,
    List<Line> entries,
    String checkpoint,
    List<String> signers) {

  private static final String FORMAT = "defter-evidence@v1";

  record Line(long index, JsonNode event, List<String> proof) {

    static Line of(Entry entry) {
      String event = new String(entry.event().canonical(), StandardCharsets.UTF_8);
      return new Line(
          entry.proof().index(),
          ArchiveJson.mapper().readTree(event),
          entry.proof().path().stream().map(Hash::base64).toList());
    }

    Entry entry(long size) {
      return new Entry(
          LoggedEvent.parse(CanonicalJson.bytes(event.toString())),
          new InclusionProof(index, size, proof.stream().map(Hash::fromBase64).toList()));
    }
  }

  static EvidenceFile of(Evidence evidence) {
    return new EvidenceFile(
        FORMAT,
        evidence.archive(),
        evidence.fact().value(),
        evidence.entries().stream().map(Line::of).toList(),
        evidence.checkpoint().toString(),
        evidence.signers().stream().map(VerifierKey::toString).toList());
  }

  String canonical() {
    return CanonicalJson.of(ArchiveJson.mapper().writeValueAsString(this));
  }

  static EvidenceFile read(byte[] file) {
    String text = CanonicalJson.text(file);
    EvidenceFile read;
    try {
      read = ArchiveJson.mapper().readValue(text, EvidenceFile.class);
    } catch (JacksonException unfit) {
      UnfitJson why = UnfitJson.of(unfit);
      throw new InvalidValue("evidence", "is no evidence: " + why.field() + " " + why.detail());
    }
    if (!read.format.equals(FORMAT)) {
      throw new InvalidValue(
          "format", "is in the format '" + read.format + "'; this program reads " + FORMAT);
    }
    return read;
  }

  Evidence evidence() {
    SignedNote note = SignedNote.parse(checkpoint);
    long size = Checkpoint.parse(note.text()).size();
    return new Evidence(
        archive,
        new FactId(fact),
        entries.stream().map(line -> line.entry(size)).toList(),
        note,
        signers.stream().map(VerifierKey::parse).toList());
  }
}
