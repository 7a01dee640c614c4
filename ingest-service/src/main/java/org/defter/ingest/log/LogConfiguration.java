package org.defter.ingest.log;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the keys of the log. */
@Configuration
class LogConfiguration {

  /** A key is made only for a log that nobody has seen: another key would be another log. */
  @Bean
  LogKeys logKeys(LogProperties properties, JdbcClient jdbc) {
    Path file = properties.keyFile();
    if (file == null || file.toString().isEmpty()) {
      throw new IllegalStateException(
          "say where the keys of the log are to stand: defter.log.key-file, or DEFTER_LOG_KEY_FILE."
              + " Keep that file away from the database, and a copy of it in a safe place");
    }
    if (Files.exists(file)) {
      return LogKeys.read(file, properties.origin());
    }
    long signed = jdbc.sql("SELECT count(*) FROM log_checkpoint").query(Long.class).single();
    if (signed > 0) {
      throw new IllegalStateException(
          "the key of the log is not in %s: restore it from its copy. No other key may take its place"
              .formatted(file));
    }
    return LogKeys.generate(file, properties.origin());
  }
}
