package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_name}: names of persons, bodies and places in any script, see {@link NameReader}.
 * Also the search analyzer of a field indexed with {@code defter_name_prefix}.
 */
@NamedComponent("defter_name")
public final class NameAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(NameReader::new);
  }
}
