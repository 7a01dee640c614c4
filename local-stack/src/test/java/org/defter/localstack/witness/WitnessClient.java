package org.defter.localstack.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.AddCheckpoint;

/** Asks a witness over HTTP. */
record WitnessClient(HttpClient http, String address) {

  static WitnessClient of(int port) {
    return new WitnessClient(HttpClient.newHttpClient(), "http://127.0.0.1:" + port);
  }

  HttpResponse<String> add(AddCheckpoint request) throws IOException, InterruptedException {
    return add(request.toString());
  }

  HttpResponse<String> add(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
  }

  /** What the answer cosigns, by this witness and no other. */
  static Checkpoint cosigned(
      AddCheckpoint request, HttpResponse<String> answer, VerifierKey witness) {
    SignedNote note = SignedNote.parse(request.note().text() + "\n" + answer.body());
    note.verified(List.of(witness));
    return Checkpoint.parse(note.text());
  }
}
