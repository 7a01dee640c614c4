package org.defter.query.anchor;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.fact.AnchorState;
import org.defter.core.id.SourceId;
import org.defter.query.paging.Cursor;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the queue is asked for.
 *
 * @param source only citations of this document; null for all
 * @param state only these; null for both
 * @param size how many to a page
 * @param before only what was found out before this position in the store; null for the first page
 */
public record UnanchoredRequest(
    @Nullable SourceId source, @Nullable AnchorState state, int size, @Nullable Long before) {

  private static final Map<String, AnchorState> STATES =
      Map.of("ambiguous", AnchorState.AMBIGUOUS, "lost", AnchorState.LOST);

  /** Reads the parameters {@code source}, {@code state}, {@code size} and {@code cursor}. */
  public static UnanchoredRequest of(Parameters given) {
    given.allowing(Set.of("source", "state", "size", "cursor"));
    String source = given.text("source");
    UnanchoredRequest first =
        new UnanchoredRequest(
            source == null ? null : new SourceId(source),
            given.text("state") == null ? null : given.choice("state", STATES, AnchorState.LOST),
            given.number("size", 20, 1, 100),
            null);
    String cursor = given.text("cursor");
    return cursor == null ? first : first.after(Cursor.parse(cursor, first.digest()));
  }

  private UnanchoredRequest after(Cursor cursor) {
    FieldValue position = cursor.after().getFirst();
    if (!position.isLong()) {
      throw ProblemException.invalid("cursor", Detail.of("query.cursor.other-list"));
    }
    return new UnanchoredRequest(source, state, size, position.longValue());
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    return Integer.toHexString(new UnanchoredRequest(source, state, 0, null).toString().hashCode());
  }
}
