package org.defter.core.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a fact that an event changed.
 *
 * @param field {@code subject}, {@code property}, {@code value}, {@code qualifiers}, {@code valid},
 *     {@code certainty}, {@code uncitedReason}, {@code standing}, or {@code citations[n]} with the
 *     citation's number
 * @param before as it was, in the JSON of the statement; null where there was nothing
 * @param after as it is now; null where there is nothing any more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
