package org.defter.ingest.log;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the log ({@code defter.log}).
 *
 * @param origin which log it is, for ever: a name without spaces that nobody else's log has, best
 *     an address without its scheme ({@code archive.example.org/log})
 * @param keyFile where the keys stand that sign it, away from the database; made when there is none
 *     yet
 */
@ConfigurationProperties("defter.log")
public record LogProperties(String origin, @Nullable Path keyFile) {}
