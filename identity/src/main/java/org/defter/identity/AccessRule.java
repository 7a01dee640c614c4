package org.defter.identity;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which right a request needs. Both services go by this one table; a request that no line names
 * needs none.
 *
 * @param methods of HTTP; empty for all
 * @param path as in Spring's PathPattern
 */
public record AccessRule(List<HttpMethod> methods, String path, Right right) {

  private static final List<HttpMethod> CHANGING =
      List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
  private static final List<HttpMethod> ANY = List.of();

  /** The first that fits counts. docs/sign-in.md explains them. */
  public static final List<AccessRule> ALL =
      List.of(
          new AccessRule(CHANGING, "/api/v1/corrections/*/accept", Right.REVIEW),
          new AccessRule(CHANGING, "/api/v1/corrections/*/decline", Right.REVIEW),
          new AccessRule(CHANGING, "/api/v1/sources/*/correction-rule", Right.ADMINISTER),
          new AccessRule(ANY, "/api/v1/rebuilds/**", Right.ADMINISTER),
          new AccessRule(ANY, "/api/v1/batches/**", Right.RECORD),
          new AccessRule(ANY, "/api/v1/imports/**", Right.RECORD),
          new AccessRule(ANY, "/batches/**", Right.RECORD),
          new AccessRule(ANY, "/api/v1/reads", Right.AUDIT),
          new AccessRule(CHANGING, "/api/**", Right.RECORD),
          new AccessRule(ANY, "/reads", Right.READ_RESTRICTED),
          new AccessRule(ANY, "/log/entries", Right.AUDIT),
          new AccessRule(ANY, "/log/tile/entries/**", Right.AUDIT),
          new AccessRule(ANY, "/log/strangers", Right.AUDIT),
          new AccessRule(ANY, "/actuator/metrics/**", Right.ADMINISTER),
          new AccessRule(ANY, "/actuator/prometheus/**", Right.ADMINISTER));

  public AccessRule {
    methods = List.copyOf(methods);
  }

  /** What it is about. */
  RequestMatcher[] matchers() {
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return methods.isEmpty()
        ? new RequestMatcher[] {builder.matcher(path)}
        : methods.stream()
            .map(method -> builder.matcher(method, path))
            .toArray(RequestMatcher[]::new);
  }
}
