package org.defter.query.elasticsearch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with two lines instead of a stack trace. */
class AnalysisPluginMissingAnalyzer extends AbstractFailureAnalyzer<AnalysisPluginMissing> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, AnalysisPluginMissing missing) {
    return new FailureAnalysis(
        "Elasticsearch does not know the analyzer '" + missing.analyzer() + "'.",
        "Install the defter-analysis plugin, see docs/operations.md",
        missing);
  }
}
