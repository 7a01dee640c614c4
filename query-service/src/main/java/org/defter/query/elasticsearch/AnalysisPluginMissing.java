package org.defter.query.elasticsearch;

/** Elasticsearch cannot read the archive's languages: its plugin is not installed. */
public final class AnalysisPluginMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String analyzer;

  AnalysisPluginMissing(String analyzer, Throwable cause) {
    super(
        "Elasticsearch does not know the analyzer '%s': install the defter-analysis plugin, see docs/operations.md"
            .formatted(analyzer),
        cause);
    this.analyzer = analyzer;
  }

  String analyzer() {
    return analyzer;
  }
}
