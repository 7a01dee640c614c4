package org.defter.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole archive in an empty directory, measures it, stops it, and prints a table. */
@Command(
    name = "benchmark/run",
    mixinStandardHelpOptions = true,
    description =
        "Measures the archive, each figure beside the raw limit of the server it stands on.")
final class Benchmark implements Callable<Integer> {

  /** What can be measured, in the order it is. */
  enum What {
    COMMANDS,
    IMPORT,
    PROJECTION,
    SEARCH,
    FIRST_PAINT,
    REBUILD,
    DELAY,
    LOG,
    MASS_CORRECTION,
    CONTRADICTIONS;

    Measurement measurement() {
      return switch (this) {
        case COMMANDS -> new SingleCommands();
        case IMPORT -> new BulkImport();
        case PROJECTION -> new Projection();
        case SEARCH -> new SearchDelay();
        case FIRST_PAINT -> new FirstPaint();
        case REBUILD -> new Rebuild();
        case DELAY -> new PublishingDelay();
        case LOG -> new LogKeeping();
        case MASS_CORRECTION -> new MassCorrection();
        case CONTRADICTIONS -> new ContradictionDelay();
      };
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description = "What to measure, of: ${COMPLETION-CANDIDATES}. Default: everything.")
  private List<What> only = List.of(What.values());

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "An empty directory for the servers' data, kept. Default: one that is removed.")
  private @Nullable Path data;

  @Option(names = "--rounds", description = "How often each figure is taken. Default: 3.")
  private int rounds = 3;

  @Option(names = "--seconds", description = "How long one load lasts. Default: 1.5.")
  private double seconds = 1.5;

  @Option(names = "--rows", description = "Facts in one import. Default: 20000.")
  private int rows = 20_000;

  @Option(
      names = "--facts",
      description = "Facts among which contradictions are looked for. Default: 1000000.")
  private int facts = 1_000_000;

  @Option(names = "--clients", split = ",", description = "Clients side by side. Default: 1,8,32.")
  private List<Integer> clients = List.of(1, 8, 32);

  private Benchmark() {}

  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new Benchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path home = Path.of(System.getProperty("defter.home", "")).toAbsolutePath();
    Path directory = data == null ? Files.createTempDirectory("defter-benchmark") : data;
    // Elasticsearch and PostgreSQL may run as another user, who must be let in.
    Files.setPosixFilePermissions(
        Files.createDirectories(directory), PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      run(new Settings(home, directory, rounds, seconds, rows, facts, clients));
    } finally {
      if (data == null) {
        delete(directory);
      }
    }
    return 0;
  }

  private void run(Settings settings) throws Exception {
    long began = System.nanoTime();
    String before = Machine.load();
    List<Figure> figures = new ArrayList<>();
    String machine;
    try (Rig rig = Rig.start(settings)) {
      Thread stop = new Thread(rig.stack()::down);
      Runtime.getRuntime().addShutdownHook(stop);
      machine = Machine.facts(rig.versions());
      for (What what : What.values()) {
        if (only.contains(what)) {
          System.err.println("measuring " + what.name().toLowerCase(Locale.ROOT) + " …");
          List<Figure> measured = what.measurement().measure(rig);
          measured.forEach(figure -> System.err.println(figure.row()));
          figures.addAll(measured);
        }
      }
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    print(machine, before, figures, (System.nanoTime() - began) / 1_000_000_000);
  }

  private void print(String machine, String loadBefore, List<Figure> figures, long seconds)
      throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(machine + ".");
    out.println(
        "Load average %s before, %s after; %d s; medians of %d rounds."
            .formatted(loadBefore, Machine.load(), seconds, rounds));
    out.println();
    out.println("| What | Unit | Archive | Raw | Ratio | Ratios of the rounds | Aim |");
    out.println("|---|---|---:|---:|---:|---:|---|");
    figures.forEach(figure -> out.println(figure.row()));
    out.flush();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
