package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.core.id.PropertyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource({
    "number of members,number-of-members",
    "'Rabat, Morocco',rabat-morocco",
    "  position in the OIC ,position-in-the-oic",
    "Ekmeleddin İhsanoğlu,ekmeleddin-ihsanoglu",
    "70 %,70",
    "a/b--c,a-b-c",
  })
  void isTheLettersAndDigitsWithHyphensBetween(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }

  @Test
  void keepsNamesApartThatDifferInLettersItCannotWrite() {
    assertThat(Slug.of("число")).matches("x-[0-9a-f]{10}").isNotEqualTo(Slug.of("дата"));
    assertThat(Slug.of("NATO члены")).matches("nato-[0-9a-f]{10}");
    assertThat(Slug.of("!")).matches("x-[0-9a-f]{10}").isNotEqualTo(Slug.of("?"));
  }

  @Test
  void isTheSameForCanonicallyEquivalentNames() {
    assertThat(Slug.of("\u0439")).isEqualTo(Slug.of("\u0438\u0306"));
  }

  @Test
  void staysAnIdentifierWithADatatypeBehindIt() {
    String slug = Slug.of("very ".repeat(1000));

    assertThat(new PropertyId(slug + "-quantity").value()).hasSizeLessThan(128);
    assertThat(slug).isNotEqualTo(Slug.of("very ".repeat(1001)));
  }
}
