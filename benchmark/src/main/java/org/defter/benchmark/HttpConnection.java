package org.defter.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection on a blocking socket. The clients share the processors with
 * what they measure: this takes a fraction of what {@code java.net.http} takes for a request.
 */
final class HttpConnection implements AutoCloseable {

  private final URI server;
  private final @Nullable String token;
  private Socket socket;
  private InputStream in;
  private boolean ended;

  HttpConnection(URI server) throws IOException {
    this(server, null);
  }

  /**
   * @param token sent with every request; null for none
   */
  HttpConnection(URI server, @Nullable String token) throws IOException {
    this.server = server;
    this.token = token;
    socket = connected(server);
    in = buffered(socket);
  }

  private static Socket connected(URI server) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(120_000);
    return socket;
  }

  private static InputStream buffered(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** An answer, whatever its status. */
  record Answer(int status, String text) {

    /** This answer, if it has this status. */
    Answer expecting(int expected) {
      if (status != expected) {
        throw new IllegalStateException("answered %d: %s".formatted(status, text));
      }
      return this;
    }
  }

  Answer get(String target) throws IOException {
    return send("GET", target, Map.of(), new byte[0]);
  }

  Answer json(String method, String target, byte[] body) throws IOException {
    return send(method, target, Map.of("Content-Type", "application/json"), body);
  }

  Answer send(String method, String target, Map<String, String> headers, byte[] body)
      throws IOException {
    if (ended) {
      // Servers let a connection go after so many requests.
      socket.close();
      socket = connected(server);
      in = buffered(socket);
      ended = false;
    }
    StringBuilder head = new StringBuilder(256);
    head.append(method)
        .append(' ')
        .append(target)
        .append(" HTTP/1.1\r\nHost: ")
        .append(server.getAuthority());
    if (token != null) {
      head.append("\r\nAuthorization: Bearer ").append(token);
    }
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    socket.getOutputStream().write(request);
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:")) {
        ended = lower.endsWith("close");
      }
    }
    return new Answer(
        status, new String(chunked ? chunks() : exactly(length), StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server closed the connection in the middle of an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int at = in.read(); at != '\n'; at = in.read()) {
      if (at < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (at != '\r') {
        line.append((char) at);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
