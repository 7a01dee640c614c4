package org.defter.analysis;

import java.util.regex.Pattern;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Reads a Russian word as its Snowball stem and, where Snowball takes a noun for a verb, as the
 * noun too.
 *
 * <p>Snowball brings {@code резолюция, резолюций, резолюцию} to {@code резолюц}, but has no
 * dictionary and cuts what looks like a verb's or a plural's ending off a nominative: {@code
 * Азербайджан} becomes {@code азербайджа} beside {@code азербайджан} for {@code Азербайджаном},
 * {@code Алиев} becomes {@code ал} beside {@code алиев} for {@code Алиева}, and {@code слов} misses
 * {@code слово}. So such a word is read as a noun first, and its Snowball stem counts for less:
 *
 * <ul>
 *   <li>a word that ends in a consonant, but not {@code -ых} or {@code -их}, uncut: that is the
 *       stem of a noun's other cases;
 *   <li>a word in {@code -ла, -на, -ло, -но, -ли, -ны, -те, -ть} of which Snowball cut more than
 *       its last letter, without that letter: {@code Азербайджана, каналы, саммите, печать}.
 * </ul>
 *
 * <p>What it costs: a search for {@code Петров} also finds {@code Петра}, ranked lower, because
 * nothing tells it from {@code документов}. Of the words in {@code -иев}, as {@code Алиев} and
 * {@code Киев}, only the nouns in {@code -арий, -ерий, -орий, -ений} keep the Snowball stem ({@code
 * критериев}). Beside the noun, a stem of one or two letters says nothing, and is left out.
 *
 * <p>Words with letters that Russian lacks, such as Ukrainian ones, are only folded.
 */
final class RussianReader implements WordReader {
  private static final int SHORTEST_STEM = 3;
  private static final Pattern NOT_RUSSIAN = Pattern.compile("[^а-я]");
  private static final Pattern ENDS_IN_CONSONANT =
      Pattern.compile(".*(?:[бвгджзклмнпрстфцчшщ]|(?<![ыи])х)");
  private static final Pattern LIKE_A_VERB = Pattern.compile(".*(?:[лн][ао]|ли|ны|те|(?<!ос)ть)");
  private static final Pattern SURNAME = Pattern.compile(".*(?<!ар|ер|ор|ен)иев");

  private final RussianStemmer stemmer = new RussianStemmer();

  @Override
  public void read(String word, Terms terms) {
    String folded = Folding.fold(word);
    if (NOT_RUSSIAN.matcher(folded).find()) {
      terms.add(folded);
      return;
    }
    String stem = stem(folded);
    String noun = noun(folded, stem);
    terms.add(noun);
    if (stem.length() >= SHORTEST_STEM && !matches(SURNAME, folded)) {
      terms.addWeak(stem);
    }
  }

  private static String noun(String word, String stem) {
    if (matches(ENDS_IN_CONSONANT, word)) {
      return word;
    }
    boolean cutAsAVerb = stem.length() < word.length() - 1 && matches(LIKE_A_VERB, word);
    return cutAsAVerb ? word.substring(0, word.length() - 1) : stem;
  }

  private static boolean matches(Pattern pattern, String word) {
    return pattern.matcher(word).matches();
  }

  private String stem(String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
