package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishAnalyzerTest {
  private final Reading english = new Reading(new EnglishAnalyzerFactory());

  @ParameterizedTest
  @CsvSource({
    "resolution, Resolutions",
    "resolution, resolution’s",
    "resolution, RESOLUTION'S",
    "state, States’",
    "organization, Organisation",
    "organisation, organizations",
    "organise, organized",
    "reorganisation, reorganizing",
    "colonisation, colonization",
    "nationalisations, nationalization",
    "country, countries",
    "charter, charters",
    "minister, ministers",
    "sign, signed",
    "sign, signing",
    "agree, agreed",
    "facade, façade",
    "cafe, café",
    "cafe, cafe\u0301s",
    "naive, naïve",
    "UN, U.N.",
    "USA, U.S.A.",
    "dont, don’t",
    "member, member-states",
    "states, member-states",
    "cooperation, cooperating",
    "cooperation, co\u00ADoperation",
    "Aliyev, Aliyev's",
    "Алиев, Алиевой",
    "Ihsanoglu, İhsanoğlu",
  })
  void finds(String query, String written) {
    assertThat(english.finds(query, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "organ, organization",
    "war, warn",
    "state, statue",
    "general, gender",
    "unit, union",
    "policy, polish",
    "news, nest",
  })
  void keepsOtherWordsApart(String query, String written) {
    assertThat(english.finds(query, written)).isFalse();
  }
}
