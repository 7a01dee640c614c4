package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.defter.core.correction.Correction;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.AnchorState;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Standing;
import org.defter.core.finding.Grade;
import org.defter.core.source.Access;
import org.defter.core.subject.SubjectKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTermTest {

  static Stream<VocabularyTerm> hasTheWordThatJsonHas() {
    return Stream.<VocabularyTerm[]>of(
            AnchorState.values(),
            Access.values(),
            Certainty.values(),
            Correction.State.values(),
            Datatype.values(),
            Grade.values(),
            ReasonType.values(),
            Standing.values(),
            SubjectKind.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource
  void hasTheWordThatJsonHas(VocabularyTerm term) {
    assertThat(ArchiveJson.mapper().writeValueAsString(term)).isEqualTo('"' + term.word() + '"');
  }
}
