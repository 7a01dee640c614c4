package org.defter.query.result;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

  private final FactSearch search;
  private final ResultFile file;

  SearchController(FactSearch search, ResultFile file) {
    this.search = search;
    this.file = file;
  }

  /** A page; null when a file was sent instead. */
  @GetMapping({"/api/v1/facts", "/api/v1/search"})
  @Nullable ResponseEntity<SearchAnswer> search(
      HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Parameters given = Parameters.of(request);
    SearchRequest asked = SearchRequest.of(given);
    List<Locale> readers = Collections.list(request.getLocales());
    ResultFormat format = ResultFormat.wanted(given, request.getHeader("Accept"));
    if (format != null) {
      file.send(ResultFormat.whole(asked, given), readers, format, response);
      return null;
    }
    SearchAnswer answer = search.answer(asked, readers);
    return NextPage.linked(request, answer.next(), answer);
  }
}
