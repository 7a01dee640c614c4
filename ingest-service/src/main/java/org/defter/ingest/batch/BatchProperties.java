package org.defter.ingest.batch;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of batches ({@code defter.batches}).
 *
 * @param directory where what was sent with a batch is kept until it has come to its end
 * @param limit the largest file of a batch, in bytes
 */
@ConfigurationProperties("defter.batches")
public record BatchProperties(Path directory, @DefaultValue("512MB") DataSize limit) {}
