package org.defter.ingest.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a restricted source, and it was there to be given. Whether the answer arrived,
 * and was read, nobody can know.
 *
 * @param number rises from read to read; not dense
 * @param recordTime when it was recorded, which is before the answer began
 * @param actor who; null where they did not say
 * @param onBehalfOf for whom; null when for themselves
 * @param version of the source that was read
 * @param method of HTTP
 * @param address the path and the query that were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceRead(
    long number,
    Instant recordTime,
    @Nullable Actor actor,
    @Nullable Actor onBehalfOf,
    SourceId source,
    long version,
    String method,
    String address) {}
