package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_ru}: Russian text. Cyrillic words are stemmed as Russian, see {@link
 * RussianReader}; words in other scripts are read as {@code defter_any} reads them.
 */
@NamedComponent("defter_ru")
public final class RussianAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new ScriptReader(new FoldingReader()));
  }
}
