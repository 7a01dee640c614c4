package org.defter.query.frontdoor;

import org.jspecify.annotations.Nullable;

/**
 * A command that somebody gives on a page, as the API takes it.
 *
 * @param path of the API, for example {@code /api/v1/facts/S012/merge}
 * @param key of this one attempt, so that a form sent twice has one effect; see Idempotency-Key
 * @param version of the thing as it was looked at; null where the body says it
 * @param body JSON
 */
public record PageCommand(String path, String key, @Nullable Long version, String body) {}
