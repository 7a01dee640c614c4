package org.defter.query.rebuild;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.core.detail.Detail;
import org.defter.identity.SignedIn;
import org.defter.query.frontdoor.Forwarding;
import org.defter.query.problem.ProblemException;
import org.defter.readmodel.document.Index;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/rebuilds}. */
@RestController
class RebuildController {

  private final Rebuilds rebuilds;

  RebuildController(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  /**
   * Begins to build indexes anew.
   *
   * @param index aliases of indexes, for example {@code facts}; {@code all} for all
   * @param former to take up again what was in use before the last rebuild
   */
  @PostMapping(Forwarding.REBUILDS)
  ResponseEntity<Rebuild> begin(
      @RequestParam List<String> index, @RequestParam(defaultValue = "false") boolean former) {
    SignedIn asking = Objects.requireNonNull(SignedIn.current(), "a rule of access covers this");
    Rebuild begun = rebuilds.begin(indexes(index), former, asking);
    return ResponseEntity.accepted()
        .location(URI.create(Forwarding.REBUILDS + "/" + begun.id()))
        .body(begun);
  }

  /** How far it has come. */
  @GetMapping(Forwarding.REBUILDS + "/{id}")
  Rebuild rebuild(@PathVariable long id) {
    return rebuilds
        .newest()
        .filter(newest -> newest.id() == id)
        .orElseThrow(() -> ProblemException.notFound(Detail.of("query.rebuild.unknown", id)));
  }

  private static Set<Index> indexes(List<String> aliases) {
    if (aliases.equals(List.of("all"))) {
      return EnumSet.allOf(Index.class);
    }
    return aliases.stream()
        .map(RebuildController::index)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Index.class)));
  }

  private static Index index(String alias) {
    return Arrays.stream(Index.values())
        .filter(index -> index.alias().equals(alias))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.invalid(
                "index",
                Detail.of(
                    "query.index.unknown",
                    alias,
                    Arrays.stream(Index.values())
                        .map(Index::alias)
                        .collect(Collectors.joining(", ")))));
  }
}
