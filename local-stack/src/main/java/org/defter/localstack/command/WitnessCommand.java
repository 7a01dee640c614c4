package org.defter.localstack.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.Witness;
import org.defter.core.value.InvalidValue;
import org.defter.localstack.witness.WitnessFolder;
import org.defter.localstack.witness.WitnessServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code defter witness}. */
@Command(
    name = "witness",
    description = {
      "Witness the log of an archive: cosign each of its checkpoints (C2SP tlog-witness), but only one"
          + " that grew out of the one cosigned before. Runs until it is stopped. Best on another"
          + " machine than the archive's, in other hands.",
      "--port is where it listens, 8090 when left out."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was stopped",
      "2:the command line is wrong",
      "4:the port is taken by another program",
      "5:another witness is at work on the same folder",
      "7:the folder cannot be used, or what was cosigned is not there as it was"
    })
final class WitnessCommand extends StackCommand {
  private static final int PORT = 8090;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = {
        "The public key of a log to witness: name+hash+base64, or a file with one on each line. Take"
            + " it from the archive's people, once; of a log that has several keys, give all."
      })
  private List<String> keys = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the witness is called, for ever; needed when it is started first.")
  private @Nullable String name;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Its key, and what it saw. Never set it back to an earlier state. Default: witness, in the"
              + " data directory.")
  private @Nullable Path state;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where it listens: 0.0.0.0 for everybody. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Override
  public Integer call() throws IOException {
    Path folder = state == null ? defter().dataDirectory().resolve("witness") : state;
    List<VerifierKey> logs = GivenKeys.read(keys, commandLine());
    try (WitnessFolder kept = WitnessFolder.open(folder, name)) {
      kept.requireWhole(logs);
      return serve(new Witness(kept.key(), logs), kept, folder);
    } catch (InvalidValue wrong) {
      throw new ParameterException(
          commandLine(), "--%s: %s".formatted(wrong.field(), wrong.detail()));
    }
  }

  private int serve(Witness witness, WitnessFolder kept, Path folder) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(host, Objects.requireNonNullElse(defter().port(), PORT));
    if (address.isUnresolved()) {
      throw new ParameterException(commandLine(), "--host: there is no address '" + host + "'");
    }
    try (WitnessServer server = WitnessServer.start(witness, kept, address, this::say)) {
      say("witness  " + witness.key().verifier());
      witness.logs().forEach(log -> say("watches  " + log.name()));
      say("address  http://%s:%d".formatted(host, server.port()));
      say("state    " + folder);
      Thread.currentThread().join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }
}
