package org.defter.core.value;

import java.util.Locale;

/** A constant of a controlled vocabulary; it has one word wherever the archive speaks of it. */
public interface VocabularyTerm {

  /** As every constant has it. */
  String name();

  /** The word for it, in JSON, in addresses and in the keys of texts: {@code better-source}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
