package org.defter.query.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.defter.core.id.SubjectId;
import org.junit.jupiter.api.Test;

class MergedSubjectsTest {

  private static final MergedSubjects BEFORE = MergedSubjects.of(Map.of("b", "a", "y", "x"), true);
  private static final MergedSubjects NOW =
      MergedSubjects.of(Map.of("b", "a", "a", "z", "y", "x"), true);

  @Test
  void followsSubjectsThatWereMergedSeveralTimes() {
    assertThat(NOW.survivor(new SubjectId("b"))).isEqualTo(new SubjectId("z"));
    assertThat(NOW.family("a")).containsExactlyInAnyOrder("a", "b", "z");
    assertThat(NOW.family("alone")).containsExactly("alone");
    assertThat(NOW.concern("z")).isTrue();
    assertThat(NOW.concern("alone")).isFalse();
  }

  @Test
  void tellsWhichSubjectsAMergerChanges() {
    assertThat(NOW.changedSince(BEFORE)).containsExactlyInAnyOrder("a", "b", "z");
    assertThat(NOW.changedSince(NOW)).isEmpty();
    assertThat(NOW.changedSince(MergedSubjects.of(Map.of(), true))).isEqualTo(NOW.all());
  }
}
