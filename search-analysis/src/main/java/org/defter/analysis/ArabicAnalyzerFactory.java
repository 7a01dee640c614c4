package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_ar}: Arabic text. Arabic words are normalised and lightly stemmed, see {@link
 * ArabicReader}; words in other scripts are read as {@code defter_any} reads them.
 */
@NamedComponent("defter_ar")
public final class ArabicAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new ScriptReader(new FoldingReader()));
  }
}
