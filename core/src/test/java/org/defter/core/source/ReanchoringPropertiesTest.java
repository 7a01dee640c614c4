package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.core.Lighthouse.ENGLISH;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defter.core.source.Reanchored.Found;
import org.junit.jupiter.api.Test;

/**
 * Random texts, many of whose paragraphs are lookalikes, and random revisions of them. What a
 * passage is moved to is always the same words in the paragraph that its own has become.
 */
class ReanchoringPropertiesTest {

  private static final int TEXTS = 1_500;
  private static final int NEW = -1;
  private static final List<String> WORDS =
      List.of(
          "lamp",
          "keeper",
          "winter",
          "été",
          "Übersee",
          "маяк",
          "зимой",
          "ёлка",
          "İzmir",
          "𐎠𐎡𐎢",
          "harbour",
          "supply",
          "oil",
          "colza",
          "1887",
          "1931",
          "north",
          "south",
          "of",
          "the",
          "в",
          "burned",
          "brought",
          "twice",
          "assistants",
          "beginning",
          "й",
          "한국어",
          "light-house");

  private final Random random = new Random(20_080_314);
  private int found;
  private int passages;

  /**
   * What has become of a paragraph.
   *
   * @param before its place in the text before; {@link #NEW} when it was not there
   * @param after its words in the revised text; none when it is left out
   */
  private record Fate(int before, List<String> after) {}

  @Test
  void aPassageMovesToTheSameWordsInTheParagraphThatItsOwnHasBecome() {
    for (int text = 0; text < TEXTS; text++) {
      revise(paragraphs());
    }
    System.out.printf(
        "%,d texts, %,d passages: %,d found, %,d for people%n",
        TEXTS, passages, found, passages - found);
    assertThat(found).isGreaterThan(passages / 2);
  }

  private List<List<String>> paragraphs() {
    List<List<String>> paragraphs = new ArrayList<>();
    for (int count = 2 + random.nextInt(12); count > 0; count--) {
      if (!paragraphs.isEmpty() && random.nextInt(3) == 0) {
        paragraphs.add(lookalike(paragraphs.get(random.nextInt(paragraphs.size()))));
      } else {
        paragraphs.add(words(1 + random.nextInt(30)));
      }
    }
    return paragraphs;
  }

  private List<String> words(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> lookalike(List<String> paragraph) {
    List<String> other = new ArrayList<>(paragraph);
    for (int change = random.nextInt(3); change > 0; change--) {
      other.set(random.nextInt(other.size()), WORDS.get(random.nextInt(WORDS.size())));
    }
    return other;
  }

  private void revise(List<List<String>> before) {
    List<Fate> fates =
        IntStream.range(0, before.size())
            .mapToObj(at -> fate(at, before.get(at)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (random.nextInt(4) == 0) {
      int from = random.nextInt(fates.size());
      fates.add(random.nextInt(fates.size()), fates.remove(from));
    }
    List<Fate> after = new ArrayList<>();
    for (Fate fate : fates) {
      if (random.nextInt(6) == 0) {
        after.add(new Fate(NEW, words(1 + random.nextInt(20))));
      }
      if (!fate.after().isEmpty()) {
        after.add(fate);
      }
    }
    String text = spelled(before);
    String revised = spelled(after.stream().map(Fate::after).toList());
    if (!revised.isBlank()) {
      check(before, text, after, revised);
    }
  }

  private Fate fate(int paragraph, List<String> words) {
    return switch (random.nextInt(8)) {
      case 0 -> new Fate(paragraph, List.of());
      case 1, 2 -> new Fate(paragraph, edited(words));
      default -> new Fate(paragraph, words);
    };
  }

  private List<String> edited(List<String> paragraph) {
    List<String> edited = new ArrayList<>(paragraph);
    for (int edit = 1 + random.nextInt(3); edit > 0; edit--) {
      int at = random.nextInt(edited.size());
      switch (random.nextInt(3)) {
        case 0 -> edited.add(at, WORDS.get(random.nextInt(WORDS.size())));
        case 1 -> edited.set(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> {
          if (edited.size() > 1) {
            edited.remove(at);
          }
        }
      }
    }
    return edited;
  }

  /** Written down in one of the ways that look the same, with signs that may differ. */
  private String spelled(List<List<String>> paragraphs) {
    StringBuilder text = new StringBuilder();
    for (List<String> paragraph : paragraphs) {
      String words =
          paragraph.stream()
              .map(word -> random.nextInt(9) == 0 ? word + "," : word)
              .map(word -> random.nextInt(9) == 0 ? hyphenated(word) : word)
              .collect(Collectors.joining(random.nextInt(4) == 0 ? "\u00a0" : " "));
      text.append(
              Normalizer.normalize(
                  words, random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD))
          .append(random.nextBoolean() ? "\n" : "\n\n");
    }
    return text.toString();
  }

  private static String hyphenated(String word) {
    int middle = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
    return word.substring(0, middle) + "\u00ad" + word.substring(middle);
  }

  private void check(List<List<String>> before, String text, List<Fate> after, String revised) {
    Anchoring old = new Anchoring(Transcription.of(1, text, ENGLISH));
    Anchoring now = new Anchoring(Transcription.of(2, revised, ENGLISH));
    Reanchoring reanchoring = new Reanchoring(old, now);
    for (int paragraph = 0; paragraph < before.size(); paragraph++) {
      List<String> words = before.get(paragraph);
      int from = random.nextInt(words.size());
      int to = from + 1 + random.nextInt(Math.min(6, words.size() - from));
      for (Passage passage : passages(old, text, paragraph, from, to)) {
        passages++;
        if (reanchoring.find(passage) instanceof Found(Passage moved)) {
          found++;
          checkSame(passage, moved, revised);
          checkOwn(before, paragraph, passage, moved, after);
        }
      }
    }
  }

  /** The words of a paragraph by their place, since they may stand in it several times. */
  private static List<Passage> passages(
      Anchoring anchoring, String text, int paragraph, int from, int to) {
    String line = text.lines().filter(one -> !one.isBlank()).toList().get(paragraph);
    String[] words = line.split("[ \u00a0]");
    String quote = String.join(" ", List.of(words).subList(from, to));
    int before = String.join(" ", List.of(words).subList(0, from)).length() + (from == 0 ? 0 : 1);
    int start = Paragraphs.of(text).all().get(paragraph).codePointsBefore();
    return anchoring.find(
        new Quote(quote, null, null, null, start + line.codePointCount(0, before)));
  }

  private static void checkSame(Passage passage, Passage moved, String revised) {
    assertThat(plain(moved.exact())).isEqualTo(plain(passage.exact()));
    assertThat(moved.revision()).isEqualTo(2);
    assertThat(
            revised.substring(
                revised.offsetByCodePoints(0, moved.start()),
                revised.offsetByCodePoints(0, moved.end())))
        .isEqualTo(moved.exact());
  }

  /** Nobody can tell paragraphs apart that say the same, as long as each of them is still there. */
  private static void checkOwn(
      List<List<String>> before, int own, Passage passage, Passage moved, List<Fate> after) {
    int from = after.get(moved.paragraph() - 1).before();
    if (from != own) {
      List<String> words = before.get(own);
      assertThat(from).as("%s moved into a new paragraph: %s", passage, moved).isNotEqualTo(NEW);
      assertThat(before.get(from)).as("%s moved away: %s", passage, moved).isEqualTo(words);
      assertThat(after.stream().filter(one -> words.equals(one.after())))
          .as("%s moved to what says the same: %s", passage, moved)
          .hasSizeGreaterThanOrEqualTo((int) before.stream().filter(words::equals).count());
    }
  }

  private static String plain(String words) {
    return FoldedText.fold(words)
        .replace(",", "")
        .replace("-", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
