package org.defter.localstack.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Take in a table of facts (CSV) and the text they come from.",
      "Sending the same files again changes nothing; after an interruption it completes the import,",
      "as `defter batch resume` does. `defter batch undo` takes an import back as a whole."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every row is in, or was before",
      "1:some rows were refused, and are listed; the others are in",
      "2:the import failed, or every row was refused, or the command line is wrong",
      "3:the archive does not run"
    })
final class ImportCommand extends ArchiveCommand {
  @Parameters(
      paramLabel = "FACTS.csv",
      description =
          "Columns, by name, in any order: quote, subject, property, value, datatype;"
              + " and where there are any: id, paragraph, valid, qualifiers, note.")
  private @Nullable Path facts;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "ESSAY.txt",
      description = "The text that the quotes are in.")
  private @Nullable Path source;

  @Option(names = "--source-id", paramLabel = "ID", description = "Default: from the file's name.")
  private @Nullable String sourceId;

  @Option(names = "--title", description = "Of the source. Default: the file's name.")
  private @Nullable String title;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Of the source, for example ru. Default: not known.")
  private @Nullable String language;

  @Option(
      names = "--subjects",
      paramLabel = "FILE",
      description = "What to register subjects as: CSV with id, kind, name, language, used.")
  private @Nullable Path subjects;

  @Option(names = "--dry-run", description = "Decide everything, store nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws InterruptedException {
    return ask(
        "cannot send the files, or lost the archive; send them again: what is in already is recognised",
        client -> {
          BatchSummary summary =
              new BatchSummary(new ImportRun(client, out(), this::err).run(files(), fields()));
          summary.print(out());
          return summary.exitCode();
        });
  }

  private Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("facts", given(facts));
    files.put("source", given(source));
    if (subjects != null) {
      files.put("subjects", subjects);
    }
    return files;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("dryRun", Boolean.toString(dryRun));
    putIfGiven(fields, "sourceId", sourceId);
    putIfGiven(fields, "sourceTitle", title);
    putIfGiven(fields, "language", language);
    return fields;
  }

  private static void putIfGiven(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static <T> T given(@Nullable T option) {
    if (option == null) {
      throw new IllegalStateException("picocli insists on it");
    }
    return option;
  }
}
