package org.defter.query.change;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.core.event.EventType;
import org.defter.query.read.KnownAt;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the audit trail is asked for.
 *
 * @param from record time, included; null from the beginning
 * @param to record time, included; null to the end
 * @param actors identifiers; empty for anybody
 * @param types stable names of events; empty for all
 * @param order newest or oldest first
 * @param size how many to a page
 * @param cursor where to go on; null for the first page
 */
record ChangeRequest(
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> actors,
    List<String> types,
    SortOrder order,
    int size,
    @Nullable String cursor) {

  private static final Set<String> TYPES =
      Arrays.stream(EventType.values())
          .map(EventType::typeName)
          .collect(Collectors.toUnmodifiableSet());
  private static final Map<String, SortOrder> ORDERS =
      Map.of("newest", SortOrder.Desc, "oldest", SortOrder.Asc);

  static ChangeRequest of(Parameters given) {
    given.allowing(Set.of("from", "to", "actor", "type", "order", "size", "cursor"));
    return new ChangeRequest(
        given.beginningOf("from"),
        given.endOf("to"),
        given.texts("actor"),
        given.words("type", TYPES),
        given.choice("order", ORDERS, SortOrder.Desc),
        given.number("size", 50, 1, 200),
        given.text("cursor"));
  }

  Query query() {
    BoolQuery.Builder all = new BoolQuery.Builder();
    if (from != null) {
      String first = KnownAt.text(from);
      all.filter(q -> q.range(r -> r.date(d -> d.field("recordTime").gte(first))));
    }
    if (to != null) {
      String last = KnownAt.text(to);
      all.filter(q -> q.range(r -> r.date(d -> d.field("recordTime").lte(last))));
    }
    if (!actors.isEmpty()) {
      all.filter(among("actor.id", actors));
    }
    if (!types.isEmpty()) {
      all.filter(among("type", types));
    }
    return all.build()._toQuery();
  }

  private static Query among(String field, List<String> values) {
    return Query.of(q ->
        q.terms(
            t -> t.field(field).terms(v -> v.value(values.stream().map(FieldValue::of).toList()))));
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    return Integer.toHexString(
        new ChangeRequest(from, to, actors, types, order, 0, null).toString().hashCode());
  }
}
