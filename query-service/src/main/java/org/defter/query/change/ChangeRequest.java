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
import org.defter.core.decision.ReasonType;
import org.defter.core.detail.Detail;
import org.defter.core.event.EventType;
import org.defter.query.problem.ProblemException;
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
 * @param of what they happened to, with its kind, for example {@code fact/S012}; empty for anything
 * @param subjects what the facts are about, or the subjects themselves; empty for any
 * @param properties what the facts state, or the properties themselves; empty for any
 * @param reasons typed reasons; empty for all
 * @param order newest or oldest first
 * @param size how many to a page
 * @param cursor where to go on; null for the first page
 */
public record ChangeRequest(
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> actors,
    List<String> types,
    List<String> of,
    List<String> subjects,
    List<String> properties,
    List<String> reasons,
    SortOrder order,
    int size,
    @Nullable String cursor) {

  private static final int LARGEST_PAGE = 200;
  private static final Set<String> TYPES =
      Arrays.stream(EventType.values())
          .map(EventType::typeName)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> REASONS =
      Arrays.stream(ReasonType.values())
          .map(ReasonType::word)
          .collect(Collectors.toUnmodifiableSet());
  private static final Map<String, SortOrder> ORDERS =
      Map.of("newest", SortOrder.Desc, "oldest", SortOrder.Asc);

  /**
   * What is asked for as a page.
   *
   * @throws ProblemException naming the parameter that makes no sense
   */
  public static ChangeRequest of(Parameters given) {
    return of(given, given.number("size", 50, 1, LARGEST_PAGE), given.text("cursor"));
  }

  /**
   * What is asked for as a file, which holds everything.
   *
   * @throws ProblemException when a page of it is asked for
   */
  static ChangeRequest whole(Parameters given) {
    for (String page : List.of("size", "cursor")) {
      if (given.text(page) != null) {
        throw ProblemException.invalid(page, Detail.of("query.search.whole-file", page));
      }
    }
    return of(given, LARGEST_PAGE, null);
  }

  private static ChangeRequest of(Parameters given, int size, @Nullable String cursor) {
    given.allowing(
        Set.of(
            "from",
            "to",
            "actor",
            "type",
            "of",
            "subject",
            "property",
            "reason",
            "order",
            "size",
            "cursor",
            "format"));
    return new ChangeRequest(
        given.beginningOf("from"),
        given.endOf("to"),
        given.texts("actor"),
        given.words("type", TYPES),
        given.texts("of"),
        given.texts("subject"),
        given.texts("property"),
        given.words("reason", REASONS),
        given.choice("order", ORDERS, SortOrder.Desc),
        size,
        cursor);
  }

  /** The same, going on from a cursor. */
  ChangeRequest from(String next) {
    return new ChangeRequest(
        from, to, actors, types, of, subjects, properties, reasons, order, size, next);
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
    among(all, "actor.id", actors);
    among(all, "type", types);
    among(all, "aggregate", of);
    among(all, "about", subjects);
    among(all, "property", properties);
    among(all, "reasonType", reasons);
    return all.build()._toQuery();
  }

  private static void among(BoolQuery.Builder all, String field, List<String> values) {
    if (!values.isEmpty()) {
      List<FieldValue> any = values.stream().map(FieldValue::of).toList();
      all.filter(q -> q.terms(t -> t.field(field).terms(v -> v.value(any))));
    }
  }

  /** Tells questions apart, so that a cursor is not used with another one. */
  String digest() {
    return Integer.toHexString(
        new ChangeRequest(
                from, to, actors, types, of, subjects, properties, reasons, order, 0, null)
            .toString()
            .hashCode());
  }
}
