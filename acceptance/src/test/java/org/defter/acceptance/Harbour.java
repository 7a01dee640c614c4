package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.acceptance.Client.Answer;

/** Places of our own with berths, of which each can have one number at a time. */
final class Harbour {
  private Harbour() {}

  /** Sees to it that the property is there. */
  static void register(Client client) {
    Answer answer =
        client.put(
            "properties/berths",
            """
            {"labels": [{"text": "number of berths", "language": "en"}],
             "datatype": "quantity", "singleValued": true}
            """);
    assertThat(answer.status()).as("%s", answer).isIn(200, 201, 409);
  }

  /** Sees to it that a circumstance is there that names a place. */
  static void basin(Client client) {
    Answer answer =
        client.put(
            "properties/in-basin",
            """
            {"labels": [{"text": "in the basin", "language": "en"}],
             "datatype": "subject", "singleValued": false}
            """);
    assertThat(answer.status()).as("%s", answer).isIn(200, 201, 409);
  }

  /** Registers a place that is called as its identifier. */
  static void place(Client client, String id) {
    receipt(
        client.command(
            "subjects",
            """
            {"id": "%s", "kind": "place", "names": [{"text": "%s", "language": "en"}]}
            """
                .formatted(id, id)));
  }

  /** Records how many berths a place had in 1901, and waits until that can be read. */
  static void berths(Client client, String id, String place, int berths) {
    berths(client, id, place, berths, "1901");
  }

  /** Records how many berths a place had, and waits until that can be read. */
  static void berths(Client client, String id, String place, int berths, String year) {
    String receipt =
        receipt(
            client.command(
                "facts",
                """
                {"id": "%s", "subject": "%s", "property": "berths", "valid": "%s",
                 "value": {"type": "quantity", "amount": "%d"}, "uncitedReason": "made up"}
                """
                    .formatted(id, place, year, berths)));
    assertThat(client.get("facts/" + id + "?after=" + receipt).status()).isEqualTo(200);
  }

  /** The receipt of what was accepted. */
  static String receipt(Answer answer) {
    assertThat(answer.accepted()).as("%s", answer).isTrue();
    return answer.text("receipt");
  }
}
