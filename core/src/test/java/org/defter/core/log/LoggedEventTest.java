package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;

class LoggedEventTest {

  private static final LoggedEvent EVENT =
      event("{\"standing\":\"accepted\",\"id\":\"f1\"}", "{\"origin\":{\"commandId\":\"c\"}}");

  private static LoggedEvent event(String payload, String metaData) {
    return new LoggedEvent(
        "fact/f1",
        0,
        "0198f1d4-7c1e-7000-8000-000000000000",
        "2026-02-03T04:05:06.000007Z",
        "archive.fact.recorded.v1",
        null,
        payload,
        metaData);
  }

  /** A stored form: if this fails, every log there is would no longer be readable. */
  @Test
  void theEntryIsTheSameForEver() {
    assertThat(new String(EVENT.canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"aggregateIdentifier\":\"fact/f1\","
                + "\"eventIdentifier\":\"0198f1d4-7c1e-7000-8000-000000000000\","
                + "\"metaData\":{\"origin\":{\"commandId\":\"c\"}},"
                + "\"payload\":{\"id\":\"f1\",\"standing\":\"accepted\"},"
                + "\"payloadRevision\":null,"
                + "\"payloadType\":\"archive.fact.recorded.v1\","
                + "\"sequenceNumber\":0,"
                + "\"timeStamp\":\"2026-02-03T04:05:06.000007Z\"}");
    assertThat(CanonicalJson.bytes(new String(EVENT.canonical(), StandardCharsets.UTF_8)))
        .isEqualTo(EVENT.canonical());
    assertThat(EVENT.leaf()).isEqualTo(MerkleTree.leaf(EVENT.canonical()));
  }

  @Test
  void everyColumnCounts() {
    List<LoggedEvent> others =
        List.of(
            EVENT,
            new LoggedEvent("fact/f2", 0, "e", "t", "p", null, "{}", "{}"),
            new LoggedEvent("fact/f1", 1, "e", "t", "p", null, "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "f", "t", "p", null, "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "u", "p", null, "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "t", "q", null, "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "t", "p", "", "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "t", "p", "null", "{}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "t", "p", null, "{\"a\":1}", "{}"),
            new LoggedEvent("fact/f1", 0, "e", "t", "p", null, "{}", "{\"a\":1}"));
    Set<Hash> leaves = new HashSet<>();
    others.forEach(other -> leaves.add(other.leaf()));

    assertThat(leaves).hasSize(others.size());
  }

  @Test
  void readsItsOwnEntryAndNoOther() {
    String entry = new String(EVENT.canonical(), StandardCharsets.UTF_8);

    assertThat(LoggedEvent.parse(EVENT.canonical()).leaf()).isEqualTo(EVENT.leaf());
    for (String other :
        List.of(
            entry + " ",
            entry.replace("null", "7"),
            entry.replace("\"payloadRevision\":null,", ""),
            entry.replace("\"sequenceNumber\":0", "\"sequenceNumber\":-1"),
            entry.replace("\"sequenceNumber\":0", "\"sequenceNumber\":\"0\""),
            entry.replace("\"timeStamp\"", "\"type\":null,\"timeStamp\""),
            entry.replace("{\"id\":\"f1\",\"standing\":\"accepted\"}", "[]"))) {
      assertThatThrownBy(() -> LoggedEvent.parse(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void refusesWhatItsEntryWouldNotKeep() {
    assertThatThrownBy(() -> event("{\"n\":9007199254740993}", "{}").leaf())
        .isInstanceOf(InvalidValue.class)
        .hasMessage(
            "the payload of event 0198f1d4-7c1e-7000-8000-000000000000 the number 9007199254740993"
                + " cannot be written exactly as RFC 8785 says; write it as text");
    assertThatThrownBy(() -> event("{}", "[]").leaf()).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> event("\ud800", "{}").leaf()).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new LoggedEvent("fact/f1", 1L << 53, "e", "t", "p", null, "{}", "{}"))
        .isInstanceOf(InvalidValue.class);
  }
}
