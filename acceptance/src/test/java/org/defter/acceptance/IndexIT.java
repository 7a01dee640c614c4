package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.defter.acceptance.Client.Answer;
import org.defter.acceptance.Shell.Printed;
import org.defter.localstack.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index is what the log says, or it is noticed; and it can be built anew unnoticed. */
@Order(0)
class IndexIT {
  private static final Shell SHELL = Archive.shell();
  private static final String INDEX = Archive.stack().elasticsearchUri().toString();
  private static final int FACTS = 1_000;
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  @Test
  @Timeout(600)
  void findsEveryDocumentThatWasChangedAndMendsTheIndexFromTheLog() throws Exception {
    try (Client client = new Client(Archive.stack().publicUri())) {
      Lighthouse.register(client);
      visible(client, client.command("facts", Lighthouse.fact("indexed", 30)));
      visible(client, correct(client, "indexed", 1, 31));
    }
    assertThat(SHELL.run("defter audit --index")).contains("the index holds: ");

    change("facts/_update/indexed", "{\"doc\": {\"certainty\": \"low\"}}");
    change("fact-versions/_update/indexed@1", "{\"doc\": {\"knownTo\": \"2020-01-01T00:00:00Z\"}}");
    change("subjects/_doc/ghost", "{\"id\": \"ghost\"}");
    String event = Archive.stored(FIRST_EVENT).getFirst();
    SHELL.run("curl -sf -XDELETE '%s/events/_doc/%s'".formatted(INDEX, event));

    Printed audit = SHELL.attempt("defter audit --index");
    System.out.println(audit.output());
    assertThat(audit.exitCode()).isEqualTo(1);
    assertThat(audit.output())
        .contains("all holds: ")
        .contains("the index 'facts' does not say of fact/indexed, version 2 (event ")
        .contains("the index 'fact-versions' does not say of fact/indexed, version 1 (event ")
        .contains("the index 'subjects' holds 'ghost', of which the log knows nothing")
        .contains(
            "the index 'events' does not hold fact/indexed, version 1 (event %s)".formatted(event))
        .contains("findings in the index: 4,");

    System.out.println(SHELL.run("defter rebuild all"));
    assertThat(SHELL.run("defter audit --index")).contains("the index holds: ");
  }

  private static final String FIRST_EVENT =
      "SELECT event_identifier FROM domain_event_entry"
          + " WHERE aggregate_identifier = 'fact/indexed' AND sequence_number = 0";

  private static void change(String path, String body) {
    SHELL.run("curl -sf '%s/%s' --json '%s'".formatted(INDEX, path, body));
  }

  @Test
  @Timeout(600)
  void readersAndArchivistsNoticeNothingOfARebuild(@TempDir Path folder) throws Exception {
    SHELL.run(Bulk.writtenTo(folder, "rebuilt", FACTS).line());
    AtomicBoolean over = new AtomicBoolean();
    List<String> noticed = new ArrayList<>();
    try (Client client = new Client(Archive.stack().publicUri());
        ExecutorService people = Executors.newFixedThreadPool(2)) {
      Lighthouse.register(client);
      visible(client, client.command("facts", Lighthouse.fact("steady", 1)));
      var reading = CompletableFuture.supplyAsync(() -> read(client, over, noticed), people);
      var writing = CompletableFuture.supplyAsync(() -> write(client, over, noticed), people);
      Printed all = SHELL.attempt("defter rebuild all");
      Printed former = SHELL.attempt("defter rebuild facts events --former");
      over.set(true);
      System.out.printf(
          "%s%s%,d corrections and %,d reads meanwhile%n",
          all.output(), former.output(), writing.join(), reading.join());
      assertThat(all.exitCode()).isZero();
      assertThat(former.exitCode()).isZero();
      assertThat(noticed).isEmpty();
      assertThat(writing.join()).isPositive();
      assertThat(reading.join()).isPositive();
    }
    assertThat(SHELL.run("defter audit --index")).contains("the index holds: ");
  }

  /** No reader is ever shown an earlier version, or fewer facts, than before. */
  private static int read(Client client, AtomicBoolean over, List<String> noticed) {
    long version = 0;
    long total = 0;
    int reads = 0;
    while (!over.get()) {
      Answer fact = client.get("facts/steady");
      Answer search = client.get("search?q=weight&size=1");
      long nextVersion = fact.json().path("version").asLong();
      long nextTotal = search.json().path("total").asLong();
      if (fact.status() != 200
          || search.status() != 200
          || nextVersion < version
          || nextTotal < total) {
        noticed.add("%s after version %d, %s after %d".formatted(fact, version, search, total));
      }
      version = nextVersion;
      total = nextTotal;
      reads++;
      rest();
    }
    return reads;
  }

  /** Whoever writes reads what was written. */
  private static int write(Client client, AtomicBoolean over, List<String> noticed) {
    int version = 1;
    while (!over.get()) {
      Answer corrected = correct(client, "steady", version, version + 1);
      version++;
      Answer read = client.get("facts/steady?after=" + corrected.text("receipt"));
      if (!corrected.accepted() || read.json().path("version").asLong() != version) {
        noticed.add("%s, then %s, not version %d".formatted(corrected, read, version));
      }
      rest();
    }
    return version - 1;
  }

  /** As people do: without it, two of them keep the processors from the rebuild. */
  private static void rest() {
    LockSupport.parkNanos(REST_NANOS);
  }

  @Test
  @Timeout(600)
  void changesNothingWhenKilledInTheMiddle() throws Exception {
    String before = SHELL.run("curl -sf '%s/_cat/aliases?h=alias,index&s=alias'".formatted(INDEX));
    String begun =
        SHELL.run(
            "curl -sf -XPOST \"$ARCHIVE/api/v1/rebuilds?index=all\" -H \"Authorization: Bearer $ADA\"");
    assertThat(begun).contains("\"state\":\"filling\"");
    assertThat(
            SHELL.run(
                "curl -s -XPOST \"$ARCHIVE/api/v1/rebuilds?index=facts\" -H \"Authorization: Bearer $ADA\""))
        .contains("/problems/rebuild-running");
    Archive.stack().kill(Part.QUERY_SERVICE);
    Archive.stack().up(List.of(Part.values()));

    assertThat(SHELL.run("curl -sf '%s/_cat/aliases?h=alias,index&s=alias'".formatted(INDEX)))
        .isEqualTo(before);
    assertThat(SHELL.run("defter audit --index")).contains("the index holds: ");
    SHELL.run("defter rebuild facts");
    assertThat(SHELL.run("curl -sf '%s/_cat/indices/facts-*?h=index'".formatted(INDEX)).lines())
        .as("the current and the former one")
        .hasSize(2);
  }

  @Test
  void saysWhatIndexesThereAre() {
    Printed refused = SHELL.attempt("defter rebuild fact");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).contains("there is no index 'fact': name facts, fact-versions,");
  }

  private static Answer correct(Client client, String fact, int version, int metres) {
    return client.command(
        "facts/" + fact + "/corrections",
        """
        {"changes": {"value": {"type": "quantity", "amount": "%d"}},
         "reason": {"type": "other", "text": "measured"}}
        """
            .formatted(metres),
        "If-Match",
        "\"%d\"".formatted(version));
  }

  private static void visible(Client client, Answer written) {
    assertThat(written.accepted()).as("%s", written).isTrue();
    assertThat(client.get("search?after=" + written.text("receipt")).status()).isEqualTo(200);
  }
}
