package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_en}: English text. Latin words are stemmed as English, see {@link EnglishReader};
 * words in other scripts are read as {@code defter_any} reads them.
 */
@NamedComponent("defter_en")
public final class EnglishAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new ScriptReader(new EnglishReader()));
  }
}
