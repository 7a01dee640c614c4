package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_any}: text in an unknown language (tag {@code und}) or in one that has no analyzer
 * of its own. The script of each word decides: Cyrillic is read as Russian, Arabic as Arabic,
 * everything else is only lower-cased and folded, see {@link FoldingReader}.
 */
@NamedComponent("defter_any")
public final class AnyLanguageAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new ScriptReader(new FoldingReader()));
  }
}
