package org.defter.localstack.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.defter.core.log.VerifierKey;
import org.defter.localstack.command.Defter;

/**
 * {@code defter witness} as a process of its own.
 *
 * @param key the public key it printed
 */
record WitnessProcess(Process process, VerifierKey key, int port) {

  /** Returns when it says that it answers. */
  static WitnessProcess start(Path state, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Defter.class.getName(),
                    "witness",
                    "--state=" + state,
                    "--name=witness.example",
                    "--key=" + WatchedLog.KEY.verifier(),
                    "--port=" + port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String key = after("witness  ", out);
    String address = after("address  http://127.0.0.1:", out);
    return new WitnessProcess(process, VerifierKey.parse(key), Integer.parseInt(address));
  }

  private static String after(String label, BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(label)) {
        return line.substring(label.length());
      }
    }
    throw new IllegalStateException("it ended without saying " + label);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
