package org.defter.localstack.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.log.Hash;
import org.defter.core.log.SignedNote;
import org.defter.core.log.witness.AddCheckpoint;
import org.defter.core.log.witness.Witness;
import org.defter.core.log.witness.WitnessAnswer;
import org.defter.core.log.witness.WitnessAnswer.AnotherSize;
import org.defter.core.log.witness.WitnessAnswer.Cosigned;
import org.defter.core.log.witness.WitnessAnswer.NotGrown;
import org.defter.core.log.witness.WitnessAnswer.NotSigned;
import org.defter.core.log.witness.WitnessAnswer.UnknownLog;
import org.defter.core.value.InvalidValue;
import org.defter.localstack.StackException;
import org.defter.localstack.StackException.Problem;

/**
 * The witness's two addresses: {@code POST /add-checkpoint}, and for monitors {@code GET /<hash of
 * the origin>/checkpoint}, the checkpoint cosigned last.
 */
public final class WitnessServer implements AutoCloseable {

  /** Of a request: a note of a hundred signatures and the longest proof have less. */
  private static final int BODY_LIMIT = 64 * 1024;

  private static final String SECONDS_FOR_A_REQUEST = "20";
  private static final Pattern MONITORED = Pattern.compile("/([0-9a-f]{64})/checkpoint");

  private final Witness witness;
  private final WitnessFolder folder;
  private final Consumer<String> reports;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String reported = "";

  private WitnessServer(
      Witness witness, WitnessFolder folder, InetSocketAddress address, Consumer<String> reports)
      throws IOException {
    this.witness = witness;
    this.folder = folder;
    this.reports = reports;
    // Read once, when the first server is made: whoever sends a byte a minute is cut off.
    System.setProperty("sun.net.httpserver.maxReqTime", SECONDS_FOR_A_REQUEST);
    System.setProperty("sun.net.httpserver.maxRspTime", SECONDS_FOR_A_REQUEST);
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Starts it.
   *
   * @param address port 0 for any that is free
   * @param reports is told, in words, what the witness's operator should know
   * @throws StackException when another program has the port
   */
  public static WitnessServer start(
      Witness witness, WitnessFolder folder, InetSocketAddress address, Consumer<String> reports)
      throws IOException {
    try {
      WitnessServer started = new WitnessServer(witness, folder, address, reports);
      started.server.start();
      return started;
    } catch (BindException taken) {
      throw new StackException(
          Problem.PORT_TAKEN,
          "cannot listen on %s:%d (%s): choose another port with --port"
              .formatted(address.getHostString(), address.getPort(), taken.getMessage()));
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private record Reply(int status, String type, String body) {
    static Reply text(int status, String body) {
      return new Reply(status, "text/plain; charset=utf-8", body + "\n");
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String request = exchange.getRequestMethod() + " " + path;
    Matcher monitored = MONITORED.matcher(path);
    try {
      if (request.equals("POST /add-checkpoint")) {
        return added(exchange.getRequestBody().readNBytes(BODY_LIMIT + 1));
      }
      if (exchange.getRequestMethod().equals("GET") && monitored.matches()) {
        return latest(Hash.fromHex(monitored.group(1)));
      }
      return Reply.text(
          404, "a witness: POST /add-checkpoint, GET /<hash of the origin>/checkpoint");
    } catch (StackException broken) {
      reports.accept(broken.getMessage());
      return Reply.text(500, "the witness cannot answer now: its operator is told why");
    }
  }

  private Reply latest(Hash originHash) {
    SignedNote latest = folder.latest(originHash);
    return latest == null
        ? Reply.text(404, "nothing was cosigned of such a log")
        : new Reply(200, "text/plain; charset=utf-8", latest.toString());
  }

  private Reply added(byte[] body) {
    AddCheckpoint request;
    try {
      if (body.length > BODY_LIMIT) {
        throw new InvalidValue("request", "has more than " + BODY_LIMIT + " bytes");
      }
      request = AddCheckpoint.parse(body);
    } catch (InvalidValue malformed) {
      return Reply.text(400, malformed.field() + ": " + malformed.detail());
    }
    WitnessAnswer answer = answer(request);
    return switch (answer) {
      case Cosigned cosigned -> Reply.text(200, cosigned.cosignature().toString());
      case UnknownLog(String detail) -> Reply.text(404, detail);
      case NotSigned(String detail) -> Reply.text(403, detail);
      case AnotherSize(long size) -> new Reply(409, "text/x.tlog.size", size + "\n");
      case NotGrown(String detail) -> {
        report(detail, request.note());
        yield Reply.text(422, detail);
      }
    };
  }

  /** One at a time, and kept before it is given away: see {@link Witness#answer}. */
  private synchronized WitnessAnswer answer(AddCheckpoint request) {
    WitnessAnswer answer =
        witness.answer(
            folder.latest(request.checkpoint().origin()),
            request,
            InstantSource.system().instant());
    if (answer instanceof Cosigned(SignedNote note)) {
      folder.keep(note);
    }
    return answer;
  }

  /** What the log signed may prove that it forked; said once, however often it is submitted. */
  private void report(String detail, SignedNote note) {
    if (!reported.equals(note.text())) {
      reported = note.text();
      reports.accept(
          "NOT COSIGNED: %s. If the proof was right, this log forked; keep what it signed:%n%s"
              .formatted(detail, note));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
