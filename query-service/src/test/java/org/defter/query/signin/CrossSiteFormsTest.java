package org.defter.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteFormsTest {

  @ParameterizedTest
  @CsvSource({
    "same-origin,,archive.example,true",
    "none,,archive.example,true",
    "cross-site,,archive.example,false",
    "same-site,https://other.archive.example,archive.example,false",
    // What the browser says of itself goes before what a page can be called.
    "cross-site,https://archive.example,archive.example,false",
    "same-origin,https://public.example,inner:8080,true",
    ",https://archive.example,archive.example,true",
    ",http://127.0.0.1:8080,127.0.0.1:8080,true",
    ",http://127.0.0.1:9090,127.0.0.1:8080,false",
    ",https://evil.example,archive.example,false",
    ",https://archive.example.evil.example,archive.example,false",
    ",null,archive.example,false",
    ",,archive.example,true"
  })
  void takesFormsOfThisSiteOnly(
      @Nullable String fetchSite, @Nullable String origin, String host, boolean own) {
    assertThat(CrossSiteForms.isOwn(fetchSite, origin, host)).isEqualTo(own);
  }
}
