package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_az}: Azerbaijani text in Latin letters, see {@link AzerbaijaniReader}; words in
 * other scripts are read as {@code defter_any} reads them.
 */
@NamedComponent("defter_az")
public final class AzerbaijaniAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new ScriptReader(new AzerbaijaniReader()));
  }
}
