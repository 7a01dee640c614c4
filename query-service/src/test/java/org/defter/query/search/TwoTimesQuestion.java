package org.defter.query.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.query.request.Parameters;
import org.defter.query.search.TwoTimesModel.KnownFact;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/**
 * A question as a reader puts it, in the parameters of the address; and what it means, in the terms
 * of the model.
 *
 * @param asked each parameter with its value
 * @param at record time; null for now
 * @param first the first day asked about; null without a bound
 * @param last the last day asked about; null without a bound
 */
record TwoTimesQuestion(
    Map<String, String> asked,
    @Nullable Instant at,
    @Nullable LocalDate first,
    @Nullable LocalDate last) {

  static TwoTimesQuestion of(Map<String, String> asked) {
    Edtf from = edtf(asked.getOrDefault("validAt", asked.get("validFrom")));
    Edtf to = edtf(asked.getOrDefault("validAt", asked.get("validTo")));
    return new TwoTimesQuestion(
        asked,
        instant(asked.get("knownAt")),
        from == null ? null : from.earliest(),
        to == null ? null : to.latest());
  }

  /** Random questions about these histories. */
  static final class Source {

    private final Random random;
    private final TwoTimesDates dates;
    private final List<Instant> moments;
    private final int histories;

    Source(Random random, List<Instant> moments, int histories) {
      this.random = random;
      this.dates = new TwoTimesDates(random);
      this.moments = moments;
      this.histories = histories;
    }

    /** About the facts of one subject. */
    TwoTimesQuestion ofSubject() {
      Map<String, String> asked = new LinkedHashMap<>();
      int history = random.nextInt(histories);
      asked.put("subject", TwoTimesHistories.subject(history).value());
      addFilters(asked);
      return of(addTimes(asked));
    }

    /** About a word in the facts, or a name of one subject. */
    TwoTimesQuestion inWords() {
      Map<String, String> asked = new LinkedHashMap<>();
      int history = random.nextInt(histories);
      if (random.nextBoolean()) {
        asked.put("q", TwoTimesHistories.name(history, 1 + random.nextInt(2)));
      } else {
        asked.put("q", "wort" + random.nextInt(TwoTimesHistories.WORDS));
        asked.put("subject", TwoTimesHistories.subject(history).value());
      }
      return of(addTimes(asked));
    }

    /** About the whole archive. */
    TwoTimesQuestion ofAll() {
      Map<String, String> asked = new LinkedHashMap<>();
      if (random.nextBoolean()) {
        asked.put("q", "wort" + random.nextInt(TwoTimesHistories.WORDS));
      }
      addFilters(asked);
      return of(addTimes(asked));
    }

    private void addFilters(Map<String, String> asked) {
      switch (random.nextInt(8)) {
        case 0 -> asked.put("property", "p" + random.nextInt(TwoTimesHistories.PROPERTIES));
        case 1 -> asked.put("source", "s" + random.nextInt(TwoTimesHistories.SOURCES));
        case 2 -> asked.put("actor", "a" + random.nextInt(TwoTimesHistories.ACTORS));
        default -> {}
      }
      switch (random.nextInt(8)) {
        case 0 -> asked.put("standing", "all");
        case 1 -> asked.put("standing", "retracted");
        case 2 -> asked.put("standing", "deprecated");
        case 3 -> asked.put("standing", "disputed");
        default -> {}
      }
    }

    /** The dates asked about have both ends. */
    private static LocalDate day(@Nullable LocalDate day) {
      return Objects.requireNonNull(day);
    }

    private Map<String, String> addTimes(Map<String, String> asked) {
      int chance = random.nextInt(10);
      if (chance != 0) {
        asked.put("knownAt", moment());
      }
      switch (random.nextInt(4)) {
        case 0 -> asked.put("validAt", dates.asked());
        case 1 -> {
          String from = dates.asked();
          String to = dates.asked();
          if (!day(Edtf.parse(from).earliest()).isAfter(day(Edtf.parse(to).latest()))) {
            asked.put("validFrom", from);
            asked.put("validTo", to);
          }
        }
        case 2 -> asked.put(random.nextBoolean() ? "validFrom" : "validTo", dates.asked());
        default -> {}
      }
      if (random.nextBoolean()) {
        asked.put("valid", random.nextBoolean() ? "certainly" : "possibly");
      }
      return asked;
    }

    /** The very instant of changes, a millisecond beside it, or the end of its day. */
    String moment() {
      Instant moment = moments.get(random.nextInt(moments.size()));
      return switch (random.nextInt(6)) {
        case 0 -> moment.minusMillis(1).toString();
        case 1 -> moment.plusMillis(1).toString();
        case 2 -> moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
        default -> moment.toString();
      };
    }
  }

  /** The same for the code under test. */
  SearchRequest request() {
    LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    asked.forEach(parameters::add);
    parameters.add("size", "200");
    parameters.add("sort", "recorded");
    return SearchRequest.of(new Parameters(parameters));
  }

  @Nullable SubjectId subject() {
    String id = asked.get("subject");
    return id == null ? null : new SubjectId(id);
  }

  /** A date means the end of that day. */
  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.contains("T")) {
      return text == null ? null : Instant.parse(text);
    }
    return LocalDate.parse(text)
        .plusDays(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .minusMillis(1);
  }

  boolean isAnsweredBy(KnownFact known, TwoTimesModel model) {
    SubjectId about = known.statement().subject();
    String word = asked.get("q");
    return is("subject", about.value())
        && is("property", known.statement().property().value())
        && is("actor", known.actor())
        && (asked.get("source") == null
            || known.statement().citations().stream()
                .anyMatch(citation -> is("source", citation.source().value())))
        && (asked.get("standing") == null
            ? known.standing().counts()
            : is("standing", "all") || is("standing", known.standing().word()))
        && (word == null || known.says(word) || model.isNamed(about, word, at))
        && held(known.statement().valid());
  }

  private boolean is(String parameter, String value) {
    return asked.get(parameter) == null || value.equals(asked.get(parameter));
  }

  private boolean held(@Nullable Edtf valid) {
    if (first == null && last == null) {
      return true;
    }
    return valid != null
        && ("certainly".equals(asked.get("valid"))
            ? valid.certainlyOverlaps(first, last)
            : valid.possiblyOverlaps(first, last));
  }

  private static @Nullable Edtf edtf(@Nullable String text) {
    return text == null ? null : Edtf.parse(text);
  }
}
