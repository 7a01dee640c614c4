package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicAnalyzerTest {
  private final Reading arabic = new Reading(new ArabicAnalyzerFactory());

  @ParameterizedTest
  @CsvSource({
    "مكتبة, المكتبة",
    "مكتبة, والمكتبة",
    "مكتبة, مُكْتَبَة",
    "مكتبة, مـكـتـبـة",
    "مكتبة, مكتبات",
    "مكتبة, مكتبه",
    "مكتبة, ﻣﻜﺘﺒﺔ",
    "مؤتمر, المؤتمر",
    "مؤتمر, المؤتمرات",
    "مؤتمر, بالمؤتمر",
    "مؤتمر, للمؤتمر",
    "أحمد, احمد",
    "إسلام, الاسلام",
    "إسلامي, الإسلامية",
    "إسلامية, إسلامي",
    "آسيا, اسيا",
    "ٱلله, الله",
    "مستشفى, مستشفي",
    "منظمة, المنظمات",
    "دولة, الدولة",
    "وزير, الوزير",
    "الوزير, وزير",
    "الوزارة, وزارة",
    "قرار, وقرار",
    "وزير, ووزير",
    "رئيس, الرئيس",
    "قرار, القرارات",
    "قرار, \u200Fقرار\u200E",
    "اتفاقية, الاتفاقية",
    "علیه, عليه",
    "کتاب, كتاب",
    "1994, ١٩٩٤",
    "١٩٩٤, 1994",
    "1.5, ١٫٥",
  })
  void finds(String query, String written) {
    assertThat(arabic.finds(query, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "كتاب, كاتب",
    "وزير, زيارة",
    "قرار, قرية",
    "دولة, دليل",
    "رئيس, رأس",
    "باكو, بكر",
  })
  void keepsOtherWordsApart(String query, String written) {
    assertThat(arabic.finds(query, written)).isFalse();
  }
}
