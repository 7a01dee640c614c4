package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defter.query.search.language.Expression;
import org.defter.query.search.language.Expression.All;
import org.defter.query.search.language.Expression.Any;
import org.defter.query.search.language.Expression.Not;
import org.defter.query.search.language.Expression.Term;
import org.defter.query.search.language.Match;

/**
 * Turns a full-text query into one of Elasticsearch.
 *
 * @param names what each of its terms names
 */
record TextQueries(Map<Term, NameMatches> names) {

  private static final float IN_CONTEXT = 0.3f;
  private static final float BY_OTHER_NAME = 0.8f;
  private static final float BY_NAME = 2f;
  private static final int EXPANSIONS = 200;

  Query of(Expression expression) {
    return switch (expression) {
      case Term term -> in(term);
      case All(var parts) -> all(parts);
      case Any(var parts) -> any(parts.stream().map(this::of).toList());
      case Not(var part) -> Query.of(q -> q.bool(b -> b.mustNot(of(part))));
    };
  }

  private Query all(List<Expression> parts) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    for (Expression part : parts) {
      if (part instanceof Not(var unwanted)) {
        all.mustNot(of(unwanted));
      } else {
        all.must(of(part));
      }
    }
    return all.build()._toQuery();
  }

  private Query in(Term term) {
    NameMatches named = names.getOrDefault(term, NameMatches.NONE);
    return switch (term.field()) {
      case ANYWHERE -> somewhere(term, named);
      case SUBJECT ->
          any(ids(FactFields.SUBJECT, named.subjects()), exactly(FactFields.SUBJECT, term));
      case PROPERTY ->
          any(ids(FactFields.PROPERTY, named.properties()), exactly(FactFields.PROPERTY, term));
      case VALUE ->
          any(
              words(term, 1, FactFields.TEXT),
              exactly(FactFields.VALUE, term),
              ids(FactFields.VALUE_SUBJECT, named.subjects()));
      case SOURCE ->
          any(ids(FactFields.SOURCES, named.sources()), exactly(FactFields.SOURCES, term));
      case ACTOR -> any(exactly(FactFields.ACTOR, term), holding(FactFields.ACTOR_NAME, term));
      case QUOTE -> words(term, 1, FactFields.QUOTE);
      case CONTEXT -> words(term, 1, FactFields.CONTEXT);
      case QUALIFIER -> any(exactly(FactFields.QUALIFIERS, term), qualifiedBy(term));
      case REASON ->
          any(
              inFields(term, 1, List.of(FactFields.REASON_TEXT)),
              exactly(FactFields.REASON_TYPE, term));
      case ID -> exactly(FactFields.ID, term);
    };
  }

  /**
   * A term is found in the fact's own words, around its quotes, or in the names of what it is of.
   */
  private static Query somewhere(Term term, NameMatches names) {
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    any.should(words(term, 1, FactFields.TEXT, FactFields.QUOTE));
    any.should(words(term, IN_CONTEXT, FactFields.CONTEXT));
    any.should(exactly(FactFields.ID, term));
    if (!names.subjects().isEmpty()) {
      any.should(ids(FactFields.SUBJECT, names.subjects()));
      any.should(ids(FactFields.VALUE_SUBJECT, names.subjects()));
    }
    if (!names.properties().isEmpty()) {
      any.should(ids(FactFields.PROPERTY, names.properties()));
    }
    for (String name : names.otherNames()) {
      any.should(words(Term.phrase(name), BY_OTHER_NAME, FactFields.TEXT, FactFields.QUOTE));
    }
    return any.build()._toQuery();
  }

  /** In fields of words, as each analyser reads them. */
  static Query words(Term term, float boost, String... fields) {
    return inFields(term, boost, FactFields.readings(fields));
  }

  private static Query inFields(Term term, float boost, List<String> fields) {
    return switch (term.match()) {
      case WORD, PHRASE -> read(term, boost, fields);
      // A beginning is compared with words as they stand in the index, stems, which can be shorter
      // than what was typed; so its own stem is looked for too.
      case PREFIX ->
          any(
              signed(term.text() + "*", SimpleQueryStringFlag.Prefix, boost, fields),
              read(term, boost, fields));
      // A word of which the index holds two readings is only compared letter by letter as typed.
      case FUZZY ->
          any(
              signed(term.text() + "~" + edits(term), SimpleQueryStringFlag.Fuzzy, boost, fields),
              read(term, boost, fields));
    };
  }

  private static Query read(Term term, float boost, List<String> fields) {
    return Query.of(q ->
        q.multiMatch(match -> {
          match.query(term.text()).fields(fields).operator(Operator.And).boost(boost);
          return switch (term.match()) {
            case WORD, PREFIX -> match.type(TextQueryType.BestFields);
            case PHRASE -> match.type(TextQueryType.Phrase).slop(term.distance());
            case FUZZY ->
                match.type(TextQueryType.BestFields).fuzziness(fuzziness(term)).prefixLength(1);
          };
        }));
  }

  private static Query signed(
      String text, SimpleQueryStringFlag sign, float boost, List<String> fields) {
    return Query.of(q ->
        q.simpleQueryString(s ->
            s.query(text)
                .fields(fields)
                .flags(sign)
                .fuzzyPrefixLength(1)
                .fuzzyMaxExpansions(EXPANSIONS)
                .boost(boost)));
  }

  /** How many letters may differ, in Elasticsearch's words. */
  static String fuzziness(Term term) {
    return term.distance() == 0 ? "AUTO" : String.valueOf(term.distance());
  }

  /** As AUTO counts. */
  private static int edits(Term term) {
    int letters = term.text().codePointCount(0, term.text().length());
    return term.distance() > 0 ? term.distance() : letters > 5 ? 2 : 1;
  }

  private static Query exactly(String field, Term term) {
    return term.match() == Match.PREFIX
        ? Query.of(q -> q.prefix(p -> p.field(field).value(term.text())))
        : Query.of(q -> q.term(t -> t.field(field).value(term.text())));
  }

  /** A name of one line, in any case. */
  private static Query holding(String field, Term term) {
    String literal = term.text().replaceAll("([\\\\*?])", "\\\\$1");
    return Query.of(
        q -> q.wildcard(w -> w.field(field).value("*" + literal + "*").caseInsensitive(true)));
  }

  private static Query qualifiedBy(Term term) {
    String property = term.text().toLowerCase(Locale.ROOT) + "=";
    return Query.of(q -> q.prefix(p -> p.field(FactFields.QUALIFIERS).value(property)));
  }

  private static Query ids(String field, List<String> ids) {
    List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
    return Query.of(q ->
        q.constantScore(c ->
            c.filter(f -> f.terms(t -> t.field(field).terms(v -> v.value(values))))
                .boost(BY_NAME)));
  }

  private static Query any(Query... queries) {
    return any(List.of(queries));
  }

  private static Query any(List<Query> queries) {
    return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
  }
}
