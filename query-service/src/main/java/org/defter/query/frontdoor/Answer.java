package org.defter.query.frontdoor;

import org.defter.query.problem.Problem;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a command.
 *
 * @param status of HTTP
 * @param json the answer's body; a problem detail (RFC 9457) when the command was refused
 */
public record Answer(int status, JsonNode json) {

  /**
   * The answer to a command that was not handed on, or that nobody answered, in the language of
   * whoever gave it.
   */
  public static Answer of(Problem problem) {
    return new Answer(
        problem.status(),
        JsonMapper.shared().valueToTree(problem.members(LocaleContextHolder.getLocale())));
  }

  /** Whether it was carried out. */
  public boolean accepted() {
    return status / 100 == 2;
  }
}
