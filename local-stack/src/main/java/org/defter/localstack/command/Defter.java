package org.defter.localstack.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.defter.localstack.LocalStack;
import org.defter.localstack.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top of the command: its options say which stack, its subcommands what to do with it. */
@Command(
    name = "defter",
    description = "An archive of facts that can be trusted, on this machine.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      BatchCommand.class,
      AuditCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      WitnessCommand.class,
      DemoCommand.class,
      TourCommand.class,
      TokenCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "defter 0.1.0-SNAPSHOT",
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an error nobody foresaw",
      "2:the command line is wrong",
      "3:a part is not up: it failed to start, or `status` found it down",
      "4:a port is taken by another program",
      "5:another defter is at work on the same data directory",
      "6:the project is not built",
      "7:the data directory cannot be used"
    })
public final class Defter implements Runnable {
  private static final int HIGHEST_PORT = 65_535;

  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where everything is kept. Default: $DEFTER_DATA, or ~/.local/share/defter (under"
              + " $XDG_DATA_HOME when that is set).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description =
          "The public port, kept from then on. Default: $DEFTER_PORT, the one kept, or the first"
              + " free one from 8080.")
  private @Nullable Integer port;

  Defter(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String... arguments) {
    System.exit(commandLine(System.getenv()).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Defter(environment))
        .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line.getErr()));
  }

  private static int report(Exception failure, PrintWriter err) {
    if (failure instanceof ParameterException usage) {
      err.println("defter: " + usage.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof StackException known) {
      err.println("defter: " + known.getMessage());
      for (Throwable further : known.getSuppressed()) {
        err.println("defter: " + further.getMessage());
      }
      return ExitCode.of(known.problem());
    }
    err.println("defter: an error nobody foresaw; please report it with the lines below");
    failure.printStackTrace(err);
    return ExitCode.UNEXPECTED;
  }

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public void run() {
    throw new ParameterException(
        commandLine(),
        "say what to do: demo, tour, up, down, status, import, batch, audit, verify, rebuild, witness or token (`defter --help` lists everything)");
  }

  /** A token that the user has from elsewhere; null when they have none. */
  @Nullable String token() {
    return environment.get("DEFTER_TOKEN");
  }

  /** The stack that the options and the environment name, telling its progress on this stream. */
  LocalStack stack(PrintWriter out) {
    LocalStack stack =
        LocalStack.in(dataDirectory())
            .reportingTo(line -> {
              out.println(line);
              out.flush();
            });
    Integer wanted = publicPort();
    return wanted == null ? stack : stack.onPort(wanted);
  }

  Path dataDirectory() {
    if (data != null) {
      return data;
    }
    String named = variable("DEFTER_DATA");
    if (named != null) {
      return Path.of(named);
    }
    String xdg = variable("XDG_DATA_HOME");
    Path base =
        xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".local", "share");
    return base.resolve("defter");
  }

  @Nullable Integer publicPort() {
    String named = variable("DEFTER_PORT");
    return port != null || named == null ? port() : inRange(parsePort(named));
  }

  /** What {@code --port} says, and nothing else. */
  @Nullable Integer port() {
    return port == null ? null : inRange(port);
  }

  private Integer inRange(Integer wanted) {
    if (wanted < 1 || wanted > HIGHEST_PORT) {
      throw notAPort(wanted.toString());
    }
    return wanted;
  }

  private Integer parsePort(String named) {
    try {
      return Integer.valueOf(named);
    } catch (NumberFormatException e) {
      throw notAPort(named);
    }
  }

  private ParameterException notAPort(String named) {
    return new ParameterException(
        commandLine(), "a port is a number from 1 to 65535, not '" + named + "'");
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command up");
    }
    return spec.commandLine();
  }

  private @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
