package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_name_prefix}: the same names by every beginning of a word, for suggestions, see
 * {@link PrefixReader}. For indexing only: such a field is searched with {@code defter_name}.
 */
@NamedComponent("defter_name_prefix")
public final class NamePrefixAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(PrefixReader::new);
  }
}
