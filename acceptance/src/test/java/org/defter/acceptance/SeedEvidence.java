package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defter.acceptance.Shell.Printed;
import tools.jackson.databind.JsonNode;

/** What an auditor takes home of the seed, and checks without the archive. */
final class SeedEvidence {
  private static final Shell SHELL = Archive.shell();

  private SeedEvidence() {}

  /** After a second correction, and a third that was reviewed. */
  static void question18AnOutsiderChecksThatAHistoryWasNotAltered() throws Exception {
    long version = version();
    SHELL.command(
        "facts/S012/corrections",
        Math.toIntExact(version),
        correction("58", "a state joined since"));
    String proposed =
        SHELL
            .answer(
                """
                curl -s "$ARCHIVE/api/v1/facts/S012/corrections?propose=true" -H "Authorization: Bearer $ANN" \
                  -H 'If-Match: "%d"' --json '%s'
                """
                    .formatted(version + 1, correction("57", "counted again")))
            .path("id")
            .asString();
    SHELL.answer(
        """
        curl -s "$ARCHIVE/api/v1/corrections/%s/accept" -H "Authorization: Bearer $BOB" \
          -H 'If-Match: "%d"' --json '{}'
        """
            .formatted(proposed, version + 1));

    Path folder = Files.createTempDirectory("evidence");
    Path file = folder.resolve("S012.json");
    Path key = folder.resolve("key");
    SHELL.run("curl -sf \"$ARCHIVE/api/v1/facts/S012/evidence\" -o %s".formatted(file));
    JsonNode keys = SHELL.answer("curl -s \"$ARCHIVE/log/keys\"");
    Files.writeString(key, keys.at("/0/verifier").asString() + "\n");

    Printed verdict = SHELL.attempt("defter verify %s --key %s".formatted(file, key));
    System.out.println(verdict.output());
    assertThat(verdict.exitCode()).as(verdict.output()).isZero();
    Printed another =
        SHELL.attempt("python3 ../docs/verify/verify.py %s \"$(cat %s)\"".formatted(file, key));
    System.out.println(another.output());
    assertThat(another.exitCode()).as(another.output()).isZero();

    try (Chromium chromium = new Chromium(Archive.stack().publicUri())) {
      Page page = chromium.open("/facts/S012", ColorScheme.LIGHT);
      assertThat(Chromium.checked(page, keys.at("/0/verifier").asString()))
          .startsWith("Proven: versions 1 to %d are in ".formatted(version + 2));
    }

    String said = Files.readString(file);
    assertThat(said).contains("counted again");
    Path changed = folder.resolve("changed.json");
    Files.writeString(changed, said.replace("counted again", "counted Again"));
    assertThat(SHELL.attempt("defter verify %s --key %s".formatted(changed, key)).exitCode())
        .isEqualTo(1);
    assertThat(
            SHELL
                .attempt(
                    "python3 ../docs/verify/verify.py %s \"$(cat %s)\"".formatted(changed, key))
                .exitCode())
        .isEqualTo(1);
  }

  static void theWholeArchiveHolds() {
    String first = SHELL.run("defter audit");
    System.out.println(first);
    assertThat(first).contains("all holds: ");
    assertThat(SHELL.run("defter audit")).contains("goes on from the checkpoint seen before");
  }

  private static long version() {
    return SHELL.answer("curl -s \"$ARCHIVE/api/v1/facts/S012\"").path("version").asLong();
  }

  private static String correction(String amount, String why) {
    return """
    {"changes": {"value": {"type": "quantity", "amount": "%s"}},
     "reason": {"type": "other", "text": "%s"}}
    """
        .formatted(amount, why);
  }
}
