package org.defter.query.read;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/** The one way of asking for what the archive knew at a moment of record time. */
public final class KnownAt {

  private static final DateTimeFormatter TO_THE_MILLISECOND =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private KnownAt() {}

  /**
   * The versions that had begun and had not ended: at the very instant of a change, the new one
   * alone. Of several versions that began in one millisecond, the last.
   *
   * @param at to the millisecond, as record time is
   */
  public static Query query(Instant at) {
    return Query.of(q -> q.bool(b -> b.filter(upTo("changedAt", at)).mustNot(upTo("knownTo", at))));
  }

  /**
   * Narrows a query to what the archive knew then.
   *
   * @param at null for now: then of things as they stand
   */
  public static Query among(Query query, @Nullable Instant at) {
    return at == null ? query : Query.of(q -> q.bool(b -> b.must(query).filter(query(at))));
  }

  /** Where to look: among things as they stand, or among their versions. */
  public static Index index(Index current, @Nullable Instant at) {
    return at == null ? current : current.versions();
  }

  /**
   * A moment of record time as Elasticsearch must be told it: always to the millisecond. To a time
   * without a fraction it would add the rest of the second, when it is an upper bound.
   */
  public static String text(Instant at) {
    return TO_THE_MILLISECOND.format(at);
  }

  private static Query upTo(String field, Instant at) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lte(text(at)))));
  }
}
