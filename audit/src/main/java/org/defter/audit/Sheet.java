package org.defter.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.defter.core.log.Hash;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of very many documents, spread over files by document, so that only a part of it
 * need be in memory at a time. What is noted of one document comes back in its order.
 */
final class Sheet implements AutoCloseable {

  /** Of a million events a part is some 13,000 notes. */
  static final int PARTS = 256;

  private final List<Path> files = new ArrayList<>();
  private final List<DataOutputStream> parts = new ArrayList<>();

  /**
   * A note.
   *
   * @param id of the document
   * @param late whether it is of an event after those that are audited
   * @param digest of the document; null when the note is of its end only, or says it is not there
   * @param knownTo the end of the version; null for none
   * @param name which event it is of, for people
   */
  record Note(
      Index index,
      String id,
      boolean late,
      @Nullable Hash digest,
      @Nullable String knownTo,
      String name) {}

  /**
   * Makes the files.
   *
   * @param folder where; they are deleted in the end, the folder is not
   */
  Sheet(Path folder, String name) throws IOException {
    for (int part = 0; part < PARTS; part++) {
      Path file = folder.resolve(name + "-" + part);
      files.add(file);
      parts.add(
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 13)));
    }
  }

  void add(Note note) throws IOException {
    DataOutputStream out = parts.get(Math.floorMod(note.id().hashCode(), PARTS));
    out.writeUTF(note.index().name());
    out.writeUTF(note.id());
    out.writeBoolean(note.late());
    out.writeUTF(note.digest() == null ? "" : note.digest().base64());
    out.writeUTF(note.knownTo() == null ? "" : note.knownTo());
    out.writeUTF(note.name());
  }

  /** Hands over the notes of one part. */
  void each(int part, Consumer<Note> reader) throws IOException {
    parts.get(part).flush();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(files.get(part))))) {
      while (in.available() > 0) {
        reader.accept(note(in));
      }
    }
  }

  private static Note note(DataInputStream in) throws IOException {
    Index index = Index.valueOf(in.readUTF());
    String id = in.readUTF();
    boolean late = in.readBoolean();
    String digest = in.readUTF();
    String knownTo = in.readUTF();
    return new Note(
        index,
        id,
        late,
        digest.isEmpty() ? null : Hash.fromBase64(digest),
        knownTo.isEmpty() ? null : knownTo,
        in.readUTF());
  }

  @Override
  public void close() throws IOException {
    for (DataOutputStream part : parts) {
      part.close();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
