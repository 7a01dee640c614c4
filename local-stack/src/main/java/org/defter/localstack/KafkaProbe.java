package org.defter.localstack;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks Kafka for its metadata, version 1 of the request, without a Kafka client: the services keep
 * their own. A listening broker counts itself only once the controller has let it serve.
 */
final class KafkaProbe {
  private static final short METADATA = 3;
  private static final short VERSION = 1;
  private static final int TIMEOUT_MILLIS = 2_000;

  private KafkaProbe() {}

  static boolean hasBroker(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] request = metadataOfNoTopics();
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(request.length);
      out.write(request);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readInt(); // length
      in.readInt(); // correlation id
      return in.readInt() > 0; // number of brokers
    } catch (IOException notServing) {
      return false;
    }
  }

  private static byte[] metadataOfNoTopics() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream request = new DataOutputStream(bytes);
    request.writeShort(METADATA);
    request.writeShort(VERSION);
    request.writeInt(1); // correlation id
    request.writeShort(-1); // no client id
    request.writeInt(0); // no topics
    return bytes.toByteArray();
  }
}
