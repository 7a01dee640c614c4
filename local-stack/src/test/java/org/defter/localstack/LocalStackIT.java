package org.defter.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One stack lives through these tests, as a stack does through a person's days. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {
  private static LocalStack stack;
  private static Contents contents;

  @BeforeAll
  static void start() throws Exception {
    stack =
        LocalStack.forTests(Part.INFRASTRUCTURE.toArray(Part[]::new))
            .reportingTo(System.out::println);
    contents = new Contents(stack);
    contents.prepare();
    contents.keepEverywhere("first");
  }

  @Test
  void postgresqlWritesToTheDiskBeforeItAnswers() throws Exception {
    assertThat(contents.query("SHOW fsync")).containsExactly("on");
    assertThat(contents.query("SHOW synchronous_commit")).containsExactly("on");
  }

  @Test
  void postgresqlSpeaksUnicodeAndItsUserIsNoSuperuser() throws Exception {
    assertThat(contents.query("SHOW server_encoding")).containsExactly("UTF8");
    assertThat(contents.query("SELECT lower('ƏŞİÖ')")).containsExactly("əşiö");
    assertThat(contents.query("SHOW is_superuser")).containsExactly("off");
  }

  @Test
  void aSecondUpLeavesWhatRunsAlone() {
    List<PartStatus> before = stack.status();
    stack.up(Part.INFRASTRUCTURE);
    assertThat(stack.status()).isEqualTo(before);
  }

  @Order(1)
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "KAFKA", "ELASTICSEARCH"})
  void upHealsAPartThatWasKilledAndLosesNothingAcknowledged(Part part) throws Exception {
    String word = "before-" + part.folder();
    contents.keepEverywhere(word);

    stack.kill(part);
    assertThat(stack.pid(part)).isEmpty();
    stack.up(Part.INFRASTRUCTURE);

    assertHolds(word);
  }

  @Order(2)
  @Test
  void downAndUpKeepEverything() throws Exception {
    stack.down();
    assertThat(stack.status()).extracting(PartStatus::state).containsOnly(PartStatus.State.STOPPED);
    stack.up(Part.INFRASTRUCTURE);

    assertHolds("first");
    contents.keepEverywhere("second");
    assertHolds("second");
  }

  private static void assertHolds(String word) throws Exception {
    assertThat(contents.wordsInPostgresql()).contains(word);
    assertThat(contents.wordsInKafka()).contains(word);
    assertThat(contents.elasticsearchHolds(word)).isTrue();
  }
}
