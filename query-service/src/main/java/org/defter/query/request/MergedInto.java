package org.defter.query.request;

import org.defter.core.id.ArchiveId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a reader is told who asks for a thing that was merged into another: 308, Permanent Redirect
 * (RFC 9110, section 15.4.9), and a link to what it became (RFC 6596).
 *
 * @param id what was asked for
 * @param into what goes on in its place; perhaps merged further itself
 * @param location the address of that
 * @param detail the same in words
 */
public record MergedInto(String id, String into, String location, String detail) {

  /**
   * The answer.
   *
   * @param collection the path that both are under, for example {@code /api/v1/facts/}
   * @param asOfThen how to ask for what was known of the old one
   */
  public static ResponseEntity<Object> answer(
      ArchiveId id, String into, String collection, String asOfThen) {
    String location = collection + into;
    return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.LINK, "<" + location + ">; rel=\"canonical\"")
        .body(
            new MergedInto(
                id.value(),
                into,
                location,
                "the %s '%s' was merged into '%s', which goes on in its place; what it was before: %s"
                    .formatted(id.kind(), id.value(), into, asOfThen)));
  }
}
