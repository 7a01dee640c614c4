package org.defter.query.date;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DateController {

  /**
   * A date as it was understood.
   *
   * @param words in the reader's language
   * @param language of the words
   */
  record ReadDate(Edtf edtf, String words, String language) {}

  @GetMapping(path = "/api/v1/dates", produces = "application/json")
  ResponseEntity<ReadDate> read(HttpServletRequest request) {
    String typed = Parameters.of(request).allowing(Set.of("q")).text("q");
    if (typed == null) {
      throw new ProblemException(
          Problem.at("q", ProblemType.MISSING, Detail.of("query.time.date-missing")));
    }
    Edtf date = DateReader.read(typed);
    if (date == null) {
      throw ProblemException.invalid("q", Detail.of("query.time.no-date", typed));
    }
    DateWords words = DateWords.in(Collections.list(request.getLocales()));
    return ResponseEntity.ok()
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(new ReadDate(date, words.say(date), words.language()));
  }
}
