package org.defter.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.ConsistencyProof;
import org.defter.core.log.Hash;
import org.defter.core.log.SignedNote;
import org.defter.core.log.Tile;
import org.defter.core.log.Tiles;
import org.defter.core.log.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log of an archive over HTTP. */
public final class LogClient implements Tiles {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String archive;
  private final @Nullable String token;

  /**
   * @param token of an auditor, whom the archive lets read all entries and of whose reading it
   *     keeps a record; null to read only what everybody may
   */
  public LogClient(URI archive, @Nullable String token) {
    this.token = token;
    String address = archive.toString();
    this.archive = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  SignedNote checkpoint() throws IOException, InterruptedException {
    return SignedNote.parse(body("/log/checkpoint").readAllBytes());
  }

  /** How many entries the newest checkpoint says there are. */
  public long size() throws IOException, InterruptedException {
    return Checkpoint.parse(checkpoint().text()).size();
  }

  /** The keys the archive says are its own. */
  public List<VerifierKey> keys() throws IOException, InterruptedException {
    List<VerifierKey> keys = new ArrayList<>();
    json("/log/keys").forEach(key -> keys.add(VerifierKey.parse(key.path("verifier").asString())));
    return keys;
  }

  ConsistencyProof consistency(long from, long to) throws IOException, InterruptedException {
    List<Hash> path = new ArrayList<>();
    json("/log/consistency?from=" + from + "&to=" + to)
        .path("path")
        .forEach(hash -> path.add(Hash.fromBase64(hash.asString())));
    return new ConsistencyProof(from, to, path);
  }

  /** Hands over the entries from one up to but without another, a line each. */
  public void entries(long from, long to, Consumer<Entered> reader)
      throws IOException, InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                body("/log/entries?from=" + from + "&to=" + to), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.accept(Entered.parse(line));
      }
    }
  }

  /** The names of events that the store holds and the log does not. */
  List<String> strangers() throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    json("/log/strangers")
        .forEach(stranger ->
            names.add(
                Entered.name(
                    stranger.path("aggregateIdentifier").asString(),
                    stranger.path("sequenceNumber").asLong() + 1,
                    stranger.path("eventIdentifier").asString())));
    return names;
  }

  @Override
  public byte[] read(Tile tile) {
    try {
      return body("/log/" + tile.path()).readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(body(path));
  }

  private InputStream body(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(archive + path)).timeout(PATIENCE);
    HttpResponse<InputStream> answer =
        http.send(
            (token == null ? request : request.header("Authorization", "Bearer " + token)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      String said = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      throw new IOException(
          "%s%s answered %d: %s".formatted(archive, path, answer.statusCode(), said));
    }
    return answer.body();
  }
}
