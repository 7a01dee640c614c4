package org.defter.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FactDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SOURCE_DEPOSITED      | 1 | put sources/ledger 1, add source-versions/ledger@1
          TRANSCRIPTION_REVISED_V1 | 2 | put sources/ledger 2, add source-versions/ledger@2, amend source-versions/ledger@1
          TRANSCRIPTION_REVISED | 2 | put sources/ledger 2, add source-versions/ledger@2, amend source-versions/ledger@1
          SUBJECT_REGISTERED    | 1 | put subjects/guild 1, add subject-versions/guild@1
          SUBJECT_NAMED         | 2 | put subjects/guild 2, add subject-versions/guild@2, amend subject-versions/guild@1
          PROPERTY_DEFINED      | 1 | put properties/motto 1, add property-versions/motto@1
          PROPERTY_REVISED      | 2 | put properties/motto 2, add property-versions/motto@2, amend property-versions/motto@1
          FACT_RECORDED         | 1 | put facts/F1 1, add fact-versions/F1@1
          FACT_CORRECTED        | 2 | put facts/F1 2, add fact-versions/F1@2, amend fact-versions/F1@1
          CITATION_ADDED        | 3 | put facts/F1 3, add fact-versions/F1@3, amend fact-versions/F1@2
          FACT_RETRACTED        | 4 | put facts/F1 4, add fact-versions/F1@4, amend fact-versions/F1@3
          FACT_REINSTATED       | 5 | put facts/F1 5, add fact-versions/F1@5, amend fact-versions/F1@4
          BOTH_LET_STAND        | 1 | put findings/31877a46609a38aa253dd1d7d2623950 1
          """)
  void changesTheseDocuments(EventType type, long version, String changes) {
    PublishedEvent published = Samples.published(version, Samples.event(type));

    assertThat(Projector.project(published).stream().map(ProjectorTest::told))
        .first()
        .isEqualTo("add events/" + published.recorded().eventId());
    assertThat(Projector.project(published).stream().skip(1).map(ProjectorTest::told))
        .containsExactlyElementsOf(Arrays.asList(changes.split(", ", -1)));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheEventAsItWasPublished(EventType type) {
    PublishedEvent published = Samples.published(7, Samples.event(type));

    EventDocument document = (EventDocument) Projector.project(published).getFirst().body();

    assertThat(document.payload()).isEqualTo(published.data());
    assertThat(ArchiveJson.read(EventType.named(document.type()), document.payload()))
        .isEqualTo(published.recorded().event());
    assertThat(document.position()).isEqualTo(47);
  }

  @Test
  void closesAVersionAtTheRecordTimeOfTheNext() {
    List<Change> changes =
        Projector.project(Samples.published(2, Samples.event(EventType.FACT_CORRECTED)));

    FactDocument opened = (FactDocument) changes.get(2).body();
    assertThat(opened.changedAt()).isEqualTo(Samples.NINE.plusSeconds(3600));
    assertThat(opened.knownTo()).isNull();
    assertThat(changes.get(3).body()).isEqualTo(new Projector.Closing(opened.changedAt()));
  }

  @Test
  void sortsWordsByTheirLanguage() {
    FactDocument fact = factOf(EventType.FACT_RECORDED);

    assertThat(fact.text().en()).containsExactly("Weaving is  honest work");
    assertThat(fact.text().any()).containsExactly("Weaving is  honest work", "die Zunft");
    assertThat(fact.quote().ru()).containsExactly("гильдия ткачей", "гильдии");
    assertThat(fact.quote().any()).isEqualTo(fact.quote().ru());
    assertThat(fact.context().ru())
        .containsExactly("в городе гильдия ткачей была", "глава гильдии.");
  }

  @Test
  void namesEachSourceAndPassageOnce() {
    FactDocument fact = factOf(EventType.FACT_RECORDED);

    assertThat(fact.sources()).containsExactly("ledger", "letter");
    assertThat(fact.passages()).containsExactly("ledger#3", "letter#1");
    assertThat(fact.citationCount()).isEqualTo(3);
    assertThat(fact.qualifiers()).containsExactly("claimed-by=die Zunft", "at=fair");
  }

  private static FactDocument factOf(EventType type) {
    return (FactDocument)
        Projector.project(Samples.published(1, Samples.event(type))).get(1).body();
  }

  private static String told(Change change) {
    String document = change.index().alias() + "/" + change.id();
    return switch (change) {
      case Change.Put put -> "put " + document + " " + put.version();
      case Change.Add _ -> "add " + document;
      case Change.Amend _ -> "amend " + document;
    };
  }
}
