package org.defter.ingest.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.Witness;
import org.defter.localstack.witness.WitnessFolder;
import org.defter.localstack.witness.WitnessServer;

/** A witness that runs in this process. */
public record RunningWitness(WitnessFolder kept, WitnessServer server) {

  /**
   * Starts it.
   *
   * @param port 0 for any that is free
   */
  public static RunningWitness start(Path folder, int port, List<VerifierKey> logs)
      throws IOException {
    WitnessFolder kept = WitnessFolder.open(folder, "witness.example");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new RunningWitness(
        kept,
        WitnessServer.start(new Witness(kept.key(), logs), kept, address, System.out::println));
  }

  public VerifierKey key() {
    return kept.key().verifier();
  }

  public int port() {
    return server.port();
  }

  public void stop() {
    server.close();
    kept.close();
  }
}
