package org.defter.ingest.imports;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports ({@code defter.imports}).
 *
 * @param directory where uploads wait and reports are kept
 * @param limit the largest table of facts, in bytes
 */
@ConfigurationProperties("defter.imports")
record ImportProperties(Path directory, @DefaultValue("512MB") DataSize limit) {}
