package org.defter.query.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.defter.core.edtf.Edtf;
import org.defter.readmodel.document.Likeness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KindTest {

  private static final MergedSubjects NONE = MergedSubjects.of(Map.of(), true);
  private static final MergedSubjects JIDDA = MergedSubjects.of(Map.of("jidda", "jeddah"), true);

  @Test
  void doesNotReadFactsThatFollowOnEachOther() {
    Sketch first = fact("choir", 1, null, "1969/2011-06");
    assertThat(mayContradict(first, fact("choir", 2, null, "2011-06/.."), NONE)).isFalse();
    assertThat(mayContradict(first, fact("choir", 2, null, "2010/.."), NONE)).isTrue();
    assertThat(mayContradict(first, fact("choir", 2, null, null), NONE)).isTrue();
    assertThat(mayContradict(first, fact("choir", 2, null, "1969/2011-06"), NONE)).isTrue();
  }

  @Test
  void doesNotReadEqualValuesAlsoWhereTheyAreSubjectsThatWereMerged() {
    Sketch one = fact("choir", 1, "jeddah", null);
    Sketch other = fact("choir", 2, "jidda", null);
    assertThat(mayContradict(one, fact("choir", 1, "jeddah", null), NONE)).isFalse();
    assertThat(mayContradict(one, other, NONE)).isTrue();
    assertThat(mayContradict(one, other, JIDDA)).isFalse();
  }

  @Test
  void gathersFactsOfMergedSubjects() {
    Sketch one = fact("jeddah", 1, null, null);
    Sketch other = fact("jidda", 2, null, null);
    assertThat(Kind.CONTRADICTION.group(one, NONE))
        .isNotEqualTo(Kind.CONTRADICTION.group(other, NONE));
    assertThat(Kind.CONTRADICTION.group(one, JIDDA))
        .isEqualTo(Kind.CONTRADICTION.group(other, JIDDA));
    assertThat(Kind.REPETITION.group(fact("choir", 1, "jeddah", null), JIDDA))
        .isEqualTo(Kind.REPETITION.group(fact("choir", 2, "jidda", null), JIDDA));
    assertThat(Kind.REPETITION.group(one, JIDDA)).isEqualTo(Kind.REPETITION.group(other, JIDDA));
    assertThat(Kind.REPETITION.group(one, NONE))
        .isNotEqualTo(Kind.REPETITION.group(fact("jeddah", 3, null, null), NONE));
  }

  @Test
  void readsWhetherFactsOfMergedSubjectsSayTheSameButNotOfOne() {
    Sketch one = fact("jeddah", 1, null, null);
    assertThat(Kind.REPETITION.mayBe(one, fact("jidda", 2, null, null), JIDDA)).isTrue();
    assertThat(Kind.REPETITION.mayBe(one, fact("jeddah", 2, null, null), JIDDA)).isFalse();
    assertThat(Kind.REPETITION.mayBe(one, fact("jeddah", 1, null, null), JIDDA)).isTrue();
  }

  private static boolean mayContradict(Sketch one, Sketch other, MergedSubjects merged) {
    return Kind.CONTRADICTION.mayBe(one, other, merged);
  }

  private static Sketch fact(
      String subject, long value, @Nullable String about, @Nullable String valid) {
    return new Sketch(
        subject + value,
        subject,
        "members",
        new Likeness(7, value),
        about,
        valid == null ? null : Edtf.parse(valid));
  }
}
