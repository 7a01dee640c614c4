package org.defter.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reads an English word as its Snowball (Porter 2) stem, without the possessive and with accents
 * folded.
 *
 * <p>Two corrections for an archive of organisations: the British and the American spelling of
 * {@code -isation} are one, and {@code organization} is not cut down to {@code organ}.
 */
final class EnglishReader implements WordReader {
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019\uFF07][sS]$");
  private static final Pattern ORGANISE =
      Pattern.compile("((?:dis|re)?organi)[sz](?:e|ed|es|er|ers|ing|ations?|ational)");
  private static final Pattern ISATION = Pattern.compile("isation(s|al)?$");

  private final EnglishStemmer stemmer = new EnglishStemmer();

  @Override
  public void read(String word, Terms terms) {
    String folded = Folding.fold(POSSESSIVE.matcher(word).replaceFirst(""));
    Matcher organise = ORGANISE.matcher(folded);
    if (organise.matches()) {
      terms.add(organise.group(1) + "z");
      return;
    }
    stemmer.setCurrent(ISATION.matcher(folded).replaceFirst("ization$1"));
    stemmer.stem();
    terms.add(stemmer.getCurrent());
  }
}
