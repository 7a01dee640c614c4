package org.defter.ingest.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.SignedNote;
import org.defter.ingest.log.Checkpoints.Published;
import org.defter.ingest.log.Cosignatures.Cosignature;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which witnesses saw which checkpoint. */
@RestController
class WitnessController {

  private static final int MOST = 1_000;

  private final Witnesses witnesses;
  private final Checkpoints checkpoints;
  private final Cosignatures cosignatures;

  WitnessController(Witnesses witnesses, Checkpoints checkpoints, Cosignatures cosignatures) {
    this.witnesses = witnesses;
    this.checkpoints = checkpoints;
    this.cosignatures = cosignatures;
  }

  /** The witnesses that are asked now, what each saw last, and what is wrong. */
  @GetMapping("/log/witnesses")
  List<Witnesses.Standing> witnesses() {
    return witnesses.standings();
  }

  /**
   * A checkpoint and who saw it.
   *
   * @param root in base 64
   * @param signed when, by the archive's clock
   */
  record Listed(long size, String root, Instant signed, List<Seen> seen) {}

  /**
   * That a witness saw it.
   *
   * @param verifier the witness's public key
   * @param at when, as the witness says
   */
  record Seen(String name, String verifier, Instant at) {

    static Seen of(Cosignature cosignature) {
      return new Seen(
          cosignature.witness().name(), cosignature.witness().toString(), cosignature.seen());
    }
  }

  /**
   * Checkpoints, the newest first.
   *
   * @param before only those of a smaller log
   * @param limit how many at most, 1 to 1,000
   */
  @GetMapping("/log/checkpoints")
  List<Listed> checkpoints(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "100") int limit) {
    List<Published> page = checkpoints.before(before, Math.clamp(limit, 1, MOST));
    if (page.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Seen>> seen =
        cosignatures.between(page.getLast().size(), page.getFirst().size()).stream()
            .collect(
                Collectors.groupingBy(
                    Cosignature::size, Collectors.mapping(Seen::of, Collectors.toList())));
    return page.stream()
        .map(one ->
            new Listed(
                one.size(),
                Checkpoint.parse(one.note().text()).root().base64(),
                one.signed(),
                seen.getOrDefault(one.size(), List.of())))
        .toList();
  }

  /** One of them, with all its cosignatures. */
  @GetMapping("/log/checkpoints/{size}")
  ResponseEntity<String> checkpoint(@PathVariable long size) {
    SignedNote note =
        checkpoints
            .of(size)
            .orElseThrow(() ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "no checkpoint of %d entries was signed: /log/checkpoints lists those there are"
                        .formatted(size)));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(cosignatures.on(note).toString());
  }
}
