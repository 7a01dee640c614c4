package org.defter.core.source;

import java.util.List;

/** What became of a passage in another revision of its transcription. */
public sealed interface Reanchored {

  /** The most places that are offered. */
  int MOST_CANDIDATES = 10;

  /**
   * The same words, in the paragraph that was theirs.
   *
   * @param passage where they stand now
   */
  record Found(Passage passage) implements Reanchored {}

  /**
   * Several paragraphs may be the one the words stood in.
   *
   * @param candidates where they may stand now, the likeliest first
   */
  record Ambiguous(List<Passage> candidates) implements Reanchored {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * The paragraph, or the words in it, have gone or say something else.
   *
   * @param candidates what may stand for them, the likeliest first; may be empty
   */
  record Lost(List<Passage> candidates) implements Reanchored {
    public Lost {
      candidates = List.copyOf(candidates);
    }
  }
}
