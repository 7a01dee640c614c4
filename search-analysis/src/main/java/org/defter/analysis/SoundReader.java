package org.defter.analysis;

/**
 * Reads a word of a name by its {@link Sound}, and by the beginnings of that where they are wanted.
 */
final class SoundReader implements WordReader {
  private final boolean withBeginnings;

  SoundReader(boolean withBeginnings) {
    this.withBeginnings = withBeginnings;
  }

  @Override
  public void read(String word, Terms terms) {
    for (String sound : Sound.of(Folding.lower(word))) {
      terms.add(sound);
      if (withBeginnings) {
        for (int length = Sound.SHORTEST; length < sound.length(); length++) {
          terms.add(sound.substring(0, length));
        }
      }
    }
  }
}
