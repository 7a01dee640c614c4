package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.CorrectionCommand.AcceptCorrection;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand.AbsorbFact;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.fact.FactCommand.MergeFact;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.value.Quantity;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.provenance.ProvToolbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Provenance, over events that went through Kafka and the projections. */
class ProvenanceReadingIT {

  private static final Instant APRIL = Instant.parse("2026-04-10T10:00:00Z");
  private static final Reason REASON = new Reason(ReasonType.OTHER, "counted again");

  private static PublishingArchive archive;
  private static RunningReaders readers;

  @BeforeAll
  static void tell() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    readers = new RunningReaders(stack);
    SampleCollection collection = new SampleCollection(archive);
    collection.deposit();
    collection.recordWords("D1", "union", "motto", "Forward", "1996");
    collection.recordWords("D2", "union", "motto", "Forward", "1996");
    FactId fact = new FactId("F2");
    CorrectionId correction = new CorrectionId("C1");
    archive.tell("anchoring", APRIL, new FollowRevision(fact, new SourceId("chronicle"), 2));
    archive.tell(
        "maria",
        APRIL.plusSeconds(1),
        new ProposeCorrection(correction, fact, null, members("58"), REASON));
    archive.tell(
        "second", APRIL.plusSeconds(2), new AcceptCorrection(correction, null, null, "agreed"));
    archive.tell(
        "second", APRIL.plusSeconds(2), new CorrectFact(fact, null, members("58"), REASON));
    Instant merge = APRIL.plusSeconds(3);
    archive.tell("first", merge, new AbsorbFact(new FactId("D2"), new FactId("D1"), REASON));
    Receipt newest =
        archive.tell(
            "first", merge, new MergeFact(new FactId("D1"), null, new FactId("D2"), REASON));
    readers.awaitChanges((int) archive.published(), newest);
  }

  private static Changes members(String amount) {
    return new Changes(null, null, new Quantity(amount, null, false), null, null, null, List.of());
  }

  @AfterAll
  static void stop() {
    readers.close();
    archive.close();
  }

  private static String provenance(String query) {
    HttpResponse<String> answer = readers.get("/api/v1/facts/" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void everyHistoryHoldsToTheConstraintsOfProv() {
    for (String fact : List.of("F1", "F2", "F3", "F4", "F5", "D1", "D2")) {
      String text = provenance(fact + "/provenance?format=provn");
      assertThat(ProvToolbox.violations(ProvToolbox.readN(text))).as(fact).isEmpty();
      assertThat(ProvToolbox.statements(ProvToolbox.readN(text)))
          .as(fact)
          .isEqualTo(
              ProvToolbox.statements(
                  ProvToolbox.readJson(provenance(fact + "/provenance?format=json"))));
    }
  }

  @Test
  void tellsWhoProposedWhoReviewedAndWhatFollowedTheTranscription() {
    assertThat(provenance("F2/provenance?format=provn"))
        .contains(
            "used(", "defter:Proposing", "defter:Reviewing", "defter:Reanchoring", "\"agreed\"")
        .contains("agent(actor:maria, [prov:type='prov:Person', prov:label=\"The maria\"])")
        .containsPattern("wasDerivedFrom\\(fact:F2/versions/4, correction:C1, command:.*, -, -\\)")
        .contains("wasInvalidatedBy(fact:F2/versions/1, command:")
        .contains("entity(text:chronicle/2,");
  }

  @Test
  void tellsBothHistoriesOfWhatWasMerged() {
    for (String fact : List.of("D1", "D2")) {
      assertThat(provenance(fact + "/provenance?format=provn"))
          .contains("bundle history:D1/2", "bundle history:D2/2")
          .containsPattern("wasDerivedFrom\\(fact:D2/versions/2, fact:D1/versions/1, command:");
    }
  }

  @Test
  void tellsOnlyWhatWasKnown() {
    assertThat(provenance("F2/provenance?format=provn&knownAt=2026-03-06"))
        .contains("bundle history:F2/2")
        .doesNotContain("versions/3", "maria", "text:chronicle/2");
    assertThat(provenance("D2/provenance?format=provn&knownAt=2026-03-06"))
        .doesNotContain("history:D1");
    HttpResponse<String> before = readers.get("/api/v1/facts/F2/provenance?knownAt=2026-02-01");
    assertThat(before.statusCode()).isEqualTo(404);
    assertThat(before.body()).contains("it learnt of it at 2026-03-01T10:00:00Z");
  }

  @Test
  void speaksWhatIsAskedFor() {
    Map<String, String> spoken =
        Map.of(
            "application/json", "application/prov+json",
            "*/*", "application/prov+json",
            "text/turtle", "text/turtle",
            "application/ld+json", "application/ld+json",
            "text/provenance-notation", "text/provenance-notation",
            "image/svg+xml", "image/svg+xml",
            "text/turtle;q=0.5, application/ld+json", "application/ld+json");
    spoken.forEach((accept, type) -> {
      HttpResponse<String> answer = readers.get("/api/v1/facts/F2/provenance", "Accept", accept);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
      assertThat(answer.headers().allValues("Vary")).contains("Accept");
    });
    assertThat(readers.get("/api/v1/facts/F2/provenance", "Accept", "text/csv").statusCode())
        .isEqualTo(406);
    assertThat(readers.get("/api/v1/facts/F2/provenance?format=csv").statusCode()).isEqualTo(400);
  }

  @Test
  void thePictureStandsOnThePageOfTheFact() {
    assertThat(readers.get("/facts/F2").body())
        .contains("<img class=\"picture\"", "/api/v1/facts/F2/provenance?format=svg");
    HttpResponse<String> picture = readers.get("/api/v1/facts/F2/provenance?format=svg");
    assertThat(picture.body()).startsWith("<svg").contains("The maria", "входят 60 государств");
    assertThat(readers.get("/facts/F2", "Accept-Language", "ru").body())
        .contains("/api/v1/facts/F2/provenance?format=svg&amp;lang=ru");
    assertThat(readers.get("/api/v1/facts/F2/provenance?format=svg&lang=ru").body())
        .contains("lang=\"ru\"", "Что сделано", "версия 1");
    assertThat(picture.headers().allValues("Content-Security-Policy"))
        .hasSize(1)
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("style-src 'sha256-");
  }
}
