package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defter.core.Archive;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.defter.core.source.Access;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Level;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.source.SourceCommand.Reading;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.Transcription;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.defter.ingest.batch.BatchRefused;
import org.jspecify.annotations.Nullable;

/**
 * The document the facts come from.
 *
 * @param id its identifier
 * @param anchoring the transcription revision the quotes are looked for in, prepared once
 * @param deposit what takes it in; null when the archive has it
 */
record SourceText(SourceId id, Anchoring anchoring, @Nullable DepositSource deposit) {

  private static final long BYTES = 4L * PlainText.DOCUMENT_LIMIT;

  /**
   * Finds the revision that says what the file says, or prepares a deposit.
   *
   * @throws BatchRefused when the file is not text, or the archive has the source with other words
   */
  static SourceText of(
      Archive archive, SourceId id, String title, LanguageTag language, Path file) {
    Transcription given = transcription(read(file), language);
    if (!archive.hasSource(id)) {
      return new SourceText(id, new Anchoring(given), deposit(id, title, given));
    }
    Anchoring known = archive.transcription(id, 1);
    if (known == null) {
      throw new BatchRefused(Detail.of("ingest.batch.source-without-text", id.value()));
    }
    for (int revision = 1; known != null; known = archive.transcription(id, ++revision)) {
      if (known.transcription().sha256().equals(given.sha256())) {
        return new SourceText(id, known, null);
      }
    }
    throw new BatchRefused(Detail.of("ingest.batch.source-with-other-text", id.value()));
  }

  private static Transcription transcription(String text, LanguageTag language) {
    try {
      return Transcription.of(1, text, language);
    } catch (InvalidValue nonsense) {
      throw new BatchRefused(Detail.of("ingest.batch.source-text", nonsense.detail()), nonsense);
    }
  }

  private static DepositSource deposit(SourceId id, String title, Transcription text) {
    List<LanguageTag> languages =
        text.language().equals(LanguageTag.UNDETERMINED) ? List.of() : List.of(text.language());
    return new DepositSource(
        id,
        new SourceDescription(
            title, null, List.of(), null, languages, Level.ITEM, null, Access.OPEN),
        new Reading(text.text(), text.language()));
  }

  /** Without a byte order mark, which says how the text is encoded and is no part of it. */
  private static String read(Path file) {
    try {
      if (Files.size(file) > BYTES) {
        throw new BatchRefused(Detail.of("ingest.batch.source-too-long", PlainText.DOCUMENT_LIMIT));
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new BatchRefused(Detail.of("ingest.batch.source-not-utf-8"), notUtf8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
