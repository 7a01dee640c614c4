package org.defter.query.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

class ResultFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/csv                                              | CSV
          text/csv;q=0.5, application/x-ndjson                  | JSON_LINES
          application/json, text/csv                            |
          */*                                                   |
          text/html,application/xml;q=0.9,*/*;q=0.8             |
                                                                |
          application/json;q=0, text/*                          | CSV
          """)
  void isTheOneTheReaderLikesBest(@Nullable String accept, @Nullable ResultFormat format)
      throws Exception {
    assertThat(wanted(accept)).isEqualTo(format);
  }

  @Test
  void isTheOneOfALinkWhateverTheHeaderSays() throws Exception {
    assertThat(wanted("text/html", "format", "jsonl")).isEqualTo(ResultFormat.JSON_LINES);
    assertThat(wanted("text/csv", "format", "json")).isNull();
  }

  @Test
  void isRefusedWhenUnknown() {
    assertThatThrownBy(() -> wanted("text/xml"))
        .isInstanceOf(HttpMediaTypeNotAcceptableException.class);
    assertThatThrownBy(() -> wanted(null, "format", "xls")).hasMessageContaining("jsonl");
  }

  private static @Nullable ResultFormat wanted(@Nullable String accept, String... parameters)
      throws HttpMediaTypeNotAcceptableException {
    var values = new LinkedMultiValueMap<String, String>();
    for (int at = 0; at < parameters.length; at += 2) {
      values.add(parameters[at], parameters[at + 1]);
    }
    return ResultFormat.wanted(new Parameters(values), accept);
  }
}
