package org.defter.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * {@code defter_name_sound_prefix}: names by the beginnings of how they sound, for suggestions. For
 * indexing only: such a field is searched with {@code defter_name_sound}.
 */
@NamedComponent("defter_name_sound_prefix")
public final class NameSoundPrefixAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new WordAnalyzer(() -> new SoundReader(true));
  }
}
