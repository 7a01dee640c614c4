package org.defter.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.audit.Sheet.Note;
import org.defter.core.log.Hash;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/** What documents should be, beside what they are. */
final class Comparison {

  /** More are counted, not listed. */
  private static final int LISTED = 1_000;

  private final List<Difference> differences = new ArrayList<>();
  private long found;
  private long documents;

  /**
   * A document that is not as it should be.
   *
   * @param said in words
   */
  record Difference(Index index, String id, String said) {}

  private record Key(Index index, String id) {}

  /** What a document may be: as the events that are audited leave it, or any event after them. */
  private static final class Document {
    private boolean required;
    private String name = "";
    private final List<Hash> digests = new ArrayList<>();
    private final List<@Nullable String> ends = new ArrayList<>();

    private Document() {
      ends.add(null);
    }

    void expect(Note note) {
      if (!note.late()) {
        required = true;
        (note.digest() == null ? ends : digests).clear();
      }
      if (note.digest() == null) {
        ends.add(note.knownTo());
      } else {
        digests.add(note.digest());
        name = note.name();
      }
    }

    boolean allows(Note is) {
      return digests.contains(is.digest()) && ends.contains(is.knownTo());
    }
  }

  private Comparison() {}

  static Comparison of(Sheet expected, Sheet there) throws IOException {
    Comparison comparison = new Comparison();
    for (int part = 0; part < Sheet.PARTS; part++) {
      Map<Key, Document> documents = new HashMap<>();
      expected.each(
          part,
          note ->
              documents
                  .computeIfAbsent(new Key(note.index(), note.id()), _ -> new Document())
                  .expect(note));
      Map<Key, Note> notes = new HashMap<>();
      there.each(part, note -> notes.put(new Key(note.index(), note.id()), note));
      comparison.compare(documents, notes);
    }
    return comparison;
  }

  private void compare(Map<Key, Document> expected, Map<Key, Note> there) {
    there.forEach((key, is) -> {
      Document document = expected.get(key);
      if (is.digest() == null) {
        return;
      }
      documents++;
      if (document == null) {
        differs(key, "holds '%s', of which the log knows nothing".formatted(key.id()));
      } else if (!document.allows(is)) {
        differs(key, "does not say of %s what the log says".formatted(document.name));
      }
    });
    expected.forEach((key, document) -> {
      Note is = there.get(key);
      if (document.required && (is == null || is.digest() == null)) {
        differs(key, "does not hold %s".formatted(document.name));
      }
    });
  }

  private void differs(Key key, String said) {
    found++;
    if (differences.size() < LISTED) {
      String finding = "the index '%s' %s".formatted(key.index().alias(), said);
      differences.add(new Difference(key.index(), key.id(), finding));
    }
  }

  /** A thousand at most. */
  List<Difference> differences() {
    return differences;
  }

  /** How many documents are not as they should be. */
  long found() {
    return found;
  }

  /** How many documents there are. */
  long documents() {
    return documents;
  }
}
