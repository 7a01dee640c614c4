package org.defter.ingest.log;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log ({@code defter.log}).
 *
 * @param origin which log it is, for ever: a name without spaces that nobody else's log has, best
 *     an address without its scheme ({@code archive.example.org/log})
 * @param keyFile where the keys stand that sign it, away from the database; made when there is none
 *     yet
 * @param witnesses who is asked to cosign it, each as {@code KEY URL}: its public key, and the
 *     address before {@code /add-checkpoint}
 */
@ConfigurationProperties("defter.log")
public record LogProperties(
    String origin, @Nullable Path keyFile, @DefaultValue List<String> witnesses) {}
