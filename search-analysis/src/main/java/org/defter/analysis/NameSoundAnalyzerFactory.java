package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_name_sound}: names by how they sound, so that one written in Latin letters is found
 * in Cyrillic or Arabic ones, see {@link Sound}. Also the search analyzer of a field indexed with
 * {@code defter_name_sound_prefix}.
 */
@NamedComponent("defter_name_sound")
public final class NameSoundAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new SoundReader(false));
  }
}
