package org.defter.ingest.log;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.defter.core.log.NotProven;
import org.defter.core.log.Notation;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.AddCheckpoint;
import org.defter.core.value.InvalidValue;

/** Asks a witness to cosign: C2SP {@code tlog-witness}, {@code add-checkpoint}. */
final class WitnessClient {

  private static final int ANSWER_LIMIT = 64 * 1024;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final VerifierKey key;
  private final URI address;
  private final Duration patience;

  /**
   * @param key which cosigns, as the witness's people say it
   * @param prefix its submission prefix
   * @param patience for a whole answer
   */
  WitnessClient(VerifierKey key, URI prefix, Duration patience) {
    this.key = key;
    this.address = URI.create(prefix.toString().replaceFirst("/$", "") + "/add-checkpoint");
    this.patience = patience;
  }

  /**
   * Reads {@code KEY URL}, as the settings have it.
   *
   * @throws IllegalStateException when it is anything else
   */
  static WitnessClient parse(String setting, Duration patience) {
    List<String> parts = List.of(setting.strip().split("\\s+", -1));
    try {
      VerifierKey key = VerifierKey.parse(parts.getFirst());
      URI prefix = URI.create(parts.size() == 2 ? parts.getLast() : "");
      if (key.type() == SignatureType.COSIGNATURE && prefix.getHost() != null) {
        return new WitnessClient(key, prefix, patience);
      }
    } catch (IllegalArgumentException _) {
      // Told below, as are the key of a log and an address without a host.
    }
    throw new IllegalStateException(
        ("'%s' in defter.log.witnesses (DEFTER_LOG_WITNESSES) is not a witness. Write its public key and its"
                + " address, as it prints them: example.org/witness+530d903a+B... https://witness.example.org")
            .formatted(setting));
  }

  VerifierKey key() {
    return key;
  }

  /** What a witness may answer without being in trouble. */
  sealed interface Answer {}

  record Cosigned(NoteSignature cosignature) implements Answer {}

  /** It cosigned another size last than it was told. */
  record AnotherSize(long size) implements Answer {}

  /**
   * Asks, and believes nothing that is not signed.
   *
   * @throws WitnessTrouble when it does not answer, refuses, or answers what it should not
   */
  Answer add(AddCheckpoint request) throws InterruptedException {
    HttpResponse<String> answer = send(request);
    try {
      return switch (answer.statusCode()) {
        case 200 -> new Cosigned(verified(request.note(), answer.body()));
        case 409 -> new AnotherSize(Notation.number("size", answer.body().replaceFirst("\n$", "")));
        case 403, 404 ->
            throw new WitnessTrouble(
                "it does not know this log, or not the key that signs it now: its operator needs the keys at"
                    + " /log/keys"
                    + said(answer));
        case 422 ->
            throw new WitnessTrouble(
                ("it saw another history of this log before, and does not cosign this one: this archive was set"
                        + " back or changed. Find out which of the two is right before anything else")
                    + said(answer));
        default -> throw new WitnessTrouble("it answered " + answer.statusCode() + said(answer));
      };
    } catch (InvalidValue | NotProven untrue) {
      throw new WitnessTrouble("what it answered is refused: " + untrue.getMessage());
    }
  }

  private NoteSignature verified(SignedNote note, String lines) {
    return SignedNote.parse(note.text() + "\n" + lines).verified(List.of(key)).getLast();
  }

  private HttpResponse<String> send(AddCheckpoint request) throws InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(request.bytes())).build();
    CompletableFuture<HttpResponse<String>> answer =
        HTTP.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_LIMIT));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new WitnessTrouble(
          "it did not answer within %d seconds: %s".formatted(patience.toSeconds(), address));
    } catch (ExecutionException failed) {
      throw new WitnessTrouble(
          "it does not answer at %s (%s): does it run, and is this its address?"
              .formatted(address, failed.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static String said(HttpResponse<String> answer) {
    String words = answer.body().strip();
    return words.isEmpty() ? "" : ". It said: " + words.substring(0, Math.min(200, words.length()));
  }
}
