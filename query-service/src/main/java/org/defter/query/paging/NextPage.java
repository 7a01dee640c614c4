package org.defter.query.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells a reader where the next page is (RFC 8288). */
public final class NextPage {

  /** Parameters that mean this request only. */
  private static final Set<String> NOT_REPEATED = Set.of("cursor", "after", "wait");

  private NextPage() {}

  /** The same address, going on from a cursor. */
  public static String address(HttpServletRequest request, String cursor) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
    if (request.getQueryString() != null) {
      address.query(request.getQueryString());
    }
    NOT_REPEATED.forEach(name -> address.replaceQueryParam(name));
    return address.queryParam("cursor", cursor).build(true).toUriString();
  }

  /**
   * An answer with a {@code Link: <...>; rel="next"} header.
   *
   * @param cursor null when this is the last page
   */
  public static <T> ResponseEntity<T> linked(
      HttpServletRequest request, @Nullable String cursor, T body) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (cursor != null) {
      answer.header("Link", "<" + address(request, cursor) + ">; rel=\"next\"");
    }
    return answer.body(body);
  }
}
