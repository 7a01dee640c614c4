package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.Criteria.QualifierFilter;
import org.defter.query.search.Criteria.Sort;
import org.defter.query.search.Criteria.ValidFilter;
import org.defter.query.search.Criteria.ValidMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;

class SearchRequestTest {

  @Test
  void asksForSupersededVersionsAlone() {
    assertThat(read("standing=superseded").criteria().superseded()).isTrue();
    assertThat(read("standing=deprecated").criteria().superseded()).isFalse();
  }

  @Test
  void asksForReasonsOfTheVocabulary() {
    assertThat(read("reason=wrong-date").criteria().reasons()).containsExactly("wrong-date");
  }

  @Test
  void asksForAcceptedFactsUnlessToldOtherwise() {
    assertThat(read("").criteria().standings()).containsExactly("accepted", "disputed");
    assertThat(read("standing=retracted").criteria().standings()).containsExactly("retracted");
    assertThat(read("standing=all").criteria().standings()).isEmpty();
  }

  @Test
  void sortsByRelevanceOnlyWhenThereAreWords() {
    assertThat(read("q=x").sort()).isEqualTo(Sort.RELEVANCE);
    assertThat(read("").sort()).isEqualTo(Sort.RECORDED);
    assertThat(read("q=x&sort=valid").sort()).isEqualTo(Sort.VALID);
  }

  @Test
  void takesEveryDayADateCanMean() {
    assertThat(read("validAt=1994").criteria().valid())
        .isEqualTo(
            new ValidFilter(
                LocalDate.of(1994, 1, 1), LocalDate.of(1994, 12, 31), ValidMode.POSSIBLY));
    assertThat(read("validFrom=1994-05&valid=certainly").criteria().valid())
        .isEqualTo(new ValidFilter(LocalDate.of(1994, 5, 1), null, ValidMode.CERTAINLY));
    assertThat(read("validTo=1994-02").criteria().valid())
        .isEqualTo(new ValidFilter(null, LocalDate.of(1994, 2, 28), ValidMode.POSSIBLY));
  }

  @Test
  void takesAJulianDateAsTheDaysItMeans() {
    assertThat(read("validAt=julian:1917-10-25&valid=certainly-within").criteria().valid())
        .isEqualTo(
            new ValidFilter(
                LocalDate.of(1917, 11, 7), LocalDate.of(1917, 11, 7), ValidMode.CERTAINLY_WITHIN));
    assertThat(read("validFrom=-0043&validTo=Y12000&valid=possibly-within").criteria().valid())
        .isEqualTo(
            new ValidFilter(
                LocalDate.of(-43, 1, 1), LocalDate.of(12000, 12, 31), ValidMode.POSSIBLY_WITHIN));
  }

  @Test
  void takesADayItWasKnownAsTheEndOfThatDay() {
    assertThat(read("knownAt=2026-03-01").criteria().knownAt())
        .isEqualTo(Instant.parse("2026-03-01T23:59:59.999Z"));
    assertThat(read("knownAt=2026-03-01T10:00:00%2B04:00").criteria().knownAt())
        .isEqualTo(Instant.parse("2026-03-01T06:00:00Z"));
  }

  @Test
  void readsQualifiersWithAndWithoutAValue() {
    assertThat(read("qualifier=claimed-by:the source&qualifier=ordinal").criteria().qualifiers())
        .containsExactly(
            new QualifierFilter("claimed-by", "the source"), new QualifierFilter("ordinal", null));
  }

  @ParameterizedTest
  @CsvSource({
    "subjcet=oic, subjcet",
    "size=201, size",
    "size=-1, size",
    "size=ten, size",
    "sort=best, sort",
    "standing=good, standing",
    "certainty=sure, certainty",
    "kind=animal, kind",
    "validAt=1991-13, validAt",
    "validAt=2006-02-30, validAt",
    "validAt=1994&validTo=1995, validAt",
    "validFrom=1995&validTo=1994, validTo",
    "valid=perhaps, valid",
    "standing=superseded&standing=accepted, standing",
    "standing=superseded&knownAt=2026-01-01, standing",
    "reason=a-whim, reason",
    "knownAt=yesterday, knownAt",
    "source=essay&paragraph=0, paragraph",
    "paragraph=1, paragraph",
    "q=a&q=b, q",
    "q=a%00b, q",
  })
  void namesTheParameterThatMakesNoSense(String query, String field) {
    assertThatThrownBy(() -> read(query))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(400);
              assertThat(refused.problem().field()).isEqualTo(field);
            });
  }

  private static SearchRequest read(String query) {
    var values =
        UriComponentsBuilder.fromUriString("/?" + query.replace(" ", "%20"))
            .build()
            .getQueryParams();
    var decoded = new org.springframework.util.LinkedMultiValueMap<String, String>();
    values.forEach((name, all) ->
        all.forEach(value ->
            decoded.add(name, URLDecoder.decode(String.valueOf(value), StandardCharsets.UTF_8))));
    return SearchRequest.of(new Parameters(decoded));
  }
}
