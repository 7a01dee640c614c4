package org.defter.query.request;

import jakarta.servlet.http.HttpServletRequest;
import org.defter.core.detail.Detail;
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
 * @param detail the same in words, in the reader's language
 */
public record MergedInto(String id, String into, String location, String detail) {

  /**
   * The answer. What else was asked, such as when it held, is asked of what it became.
   *
   * @param collection the path that both are under, for example {@code /api/v1/facts/}
   * @param asOfThen how to ask for what was known of the old one
   */
  public static ResponseEntity<Object> answer(
      HttpServletRequest request, ArchiveId id, String into, String collection, String asOfThen) {
    String location = collection + into;
    String own = collection + id.value();
    return redirect(request, location)
        // Its own versions stay (RFC 7089).
        .header(
            HttpHeaders.LINK,
            "<" + own + "/timegate>; rel=\"timegate\"",
            "<" + own + "/timemap>; rel=\"timemap\"; type=\"application/link-format\"")
        .body(
            new MergedInto(
                id.value(),
                into,
                location,
                Detail.of("query.merged." + id.kind(), id.value(), into, asOfThen)
                    .in(Spoken.to(request))));
  }

  /**
   * The answer to a person, whom the browser takes there.
   *
   * @param location the page of what it became
   */
  public static ResponseEntity<Object> page(HttpServletRequest request, String location) {
    return redirect(request, location).build();
  }

  private static ResponseEntity.BodyBuilder redirect(HttpServletRequest request, String location) {
    String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
        .header(HttpHeaders.LOCATION, location + asked)
        .header(HttpHeaders.LINK, "<" + location + ">; rel=\"canonical\"");
  }
}
