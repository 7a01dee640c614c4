package org.defter.query.result;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.query.citation.StatementWords;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.defter.query.result.SearchFeed.Entry;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class FeedController {

  private static final String FEED = "/search.atom";
  private static final String ENTRIES = "50";

  /** A feed has an order and a size of its own. */
  private static final Set<String> OWN = Set.of("sort", "size", "cursor", "format");

  private final FactSearch search;
  private final StatementWords words;

  FeedController(FactSearch search, StatementWords words) {
    this.search = search;
    this.words = words;
  }

  /** What a search finds, as an Atom feed: what changed last first. */
  @GetMapping(FEED)
  ResponseEntity<String> feed(HttpServletRequest request) {
    MultiValueMap<String, String> given =
        new LinkedMultiValueMap<>(Parameters.of(request).without(OWN).values());
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    List<Locale> readers = Collections.list(request.getLocales());
    MultiValueMap<String, String> newest = new LinkedMultiValueMap<>(given);
    newest.set("sort", "recorded");
    newest.set("size", ENTRIES);
    SearchAnswer found = search.answer(SearchRequest.of(new Parameters(newest)), readers);
    String query = Objects.requireNonNullElse(given.getFirst("q"), "");
    SearchFeed feed =
        SearchFeed.of(
            base + Address.of(FEED, given),
            base + Address.of("/", given),
            query.isBlank()
                ? words.say("feed.all", readers)
                : words.say("feed.title", readers, query),
            found.facts().stream().map(fact -> entry(fact, found, base, readers)).toList());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/atom+xml;charset=UTF-8")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(feed.xml());
  }

  private Entry entry(FoundFact fact, SearchAnswer found, String base, List<Locale> readers) {
    String page = base + "/facts/" + fact.id().value();
    return new Entry(
        page,
        page,
        words.say(fact.statement(), found.labels(), readers),
        fact.known().from(),
        fact.statement().citations().stream()
            .map(citation -> "«" + citation.passage().exact() + "»")
            .collect(Collectors.joining(" ")));
  }
}
