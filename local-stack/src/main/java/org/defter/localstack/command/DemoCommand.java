package org.defter.localstack.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.defter.identity.LocalIdentity.Person;
import org.defter.identity.Role;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(
    name = "demo",
    description = {
      "Start the archive, load the bundled collection, and print where to look.",
      "Run again, it loads nothing twice."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is loaded, and readers see it",
      "1:the collection could not be loaded whole",
      "3:a part did not start"
    })
final class DemoCommand extends StackCommand {

  private static final String ACTOR = "demo";
  private static final String SUBJECTS = "subjects.csv";

  /** The bundled sources, each with the table of facts found in it. */
  private static final List<BundledSource> COLLECTION =
      List.of(
          new BundledSource(
              "organisation-en",
              "en",
              "A short history of the Organisation of Islamic Cooperation"),
          new BundledSource(
              "organisation-az", "az", "İslam Əməkdaşlıq Təşkilatı haqqında qısa qeyd"));

  private record BundledSource(String id, String language, String title) {

    Map<String, Path> files(Path folder) {
      return Map.of(
          "facts", folder.resolve(id + ".csv"),
          "source", folder.resolve(id + ".txt"),
          "subjects", folder.resolve(SUBJECTS));
    }

    Map<String, String> fields() {
      return Map.of("sourceId", id, "sourceTitle", title, "language", language);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalStack stack = stack();
    stack.up(EnumSet.allOf(Part.class));
    ImportRun run =
        new ImportRun(
            new BatchClient(
                stack.ingestUri(), stack.publicUri(), stack.token(ACTOR, Role.ARCHIVIST.word())),
            out(),
            this::err);
    try {
      Path folder = unpacked(stack.dataDirectory().resolve("collection"));
      for (BundledSource source : COLLECTION) {
        JsonNode report = run.run(source.files(folder), source.fields());
        BatchSummary summary = new BatchSummary(report);
        out().printf("%s: %s%n", source.id(), summary.line());
        if (summary.exitCode() != BatchSummary.ALL_IN) {
          summary.print(out());
          return ExitCode.UNEXPECTED;
        }
      }
    } catch (BatchClient.Failed | IOException broken) {
      err("the bundled collection cannot be loaded: " + broken.getMessage());
      return ExitCode.UNEXPECTED;
    }
    tellWhereToLook(stack.publicUri());
    tellWhoCanSignIn(stack);
    return ExitCode.OK;
  }

  /** The collection as files, where people can look at it and change it. */
  private static Path unpacked(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (BundledSource source : COLLECTION) {
      unpack(source.id() + ".csv", folder);
      unpack(source.id() + ".txt", folder);
    }
    unpack(SUBJECTS, folder);
    return folder;
  }

  private static void unpack(String name, Path folder) throws IOException {
    try (InputStream bundled = DemoCommand.class.getResourceAsStream("/collection/" + name)) {
      if (bundled == null) {
        throw new IOException("the file " + name + " is not in this build");
      }
      Files.copy(bundled, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void tellWhoCanSignIn(LocalStack stack) {
    out().printf("%nSign in at %s/sign-in%n", stack.publicUri());
    for (Person person : stack.people()) {
      out().printf("                %-16s%s%n", person.name(), person.password());
    }
    out().flush();
  }

  private void tellWhereToLook(URI address) {
    out()
        .printf(
            """

            Defter answers at %1$s/

            Look at         %1$s/facts/demo-azerbaijan      one fact, two sources, its history
                            %1$s/sources/organisation-en    a source with its cited passages
                            %1$s/?q=Bakı                    search; also Baku, Баку, باكو
            Ask             curl '%1$s/api/v1/facts?subject=oic&property=official-name&validAt=2000'
                            curl '%1$s/api/v1/facts/demo-azerbaijan/history'
            Then            ./defter tour, ./defter status, ./defter import --help, ./defter down
            """,
            address);
    out().flush();
  }
}
