package org.defter.localstack;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks PostgreSQL for a session and looks no further than the first byte of its answer: 'R' asks
 * for the password, 'E' refuses, as it does while starting or recovering (PostgreSQL
 * frontend/backend protocol 3.0, start-up).
 */
final class PostgresProbe {
  private static final int PROTOCOL_3_0 = 3 << 16;
  private static final int TIMEOUT_MILLIS = 2_000;

  private PostgresProbe() {}

  static boolean accepts(int port, String user, String database) {
    byte[] parameters =
        ("user\0" + user + "\0database\0" + database + "\0\0").getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(8 + parameters.length);
      out.writeInt(PROTOCOL_3_0);
      out.write(parameters);
      out.flush();
      return socket.getInputStream().read() == 'R';
    } catch (IOException notListening) {
      return false;
    }
  }
}
