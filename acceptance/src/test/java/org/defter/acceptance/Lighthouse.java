package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

/** A small subject of our own, with a source, for facts whose meaning does not matter. */
final class Lighthouse {
  private Lighthouse() {}

  /** Sees to it that subject, property and source are there. */
  static void register(Client client) {
    createOrFind(
        client,
        "sources",
        """
        {"id": "keepers-book", "title": "The keeper's book",
         "transcription": {"text": "The lamp stands high above the sea.", "language": "en"}}
        """);
    createOrFind(
        client,
        "subjects",
        """
        {"id": "lighthouse", "kind": "place", "names": [{"text": "Lighthouse", "language": "en"}]}
        """);
    define(client);
  }

  private static void createOrFind(Client client, String path, String body) {
    assertThat(client.command(path, body).status()).isIn(201, 409);
  }

  private static void define(Client client) {
    assertThat(
            client
                .put(
                    "properties/lamp-height",
                    """
                    {"labels": [{"text": "height of the lamp", "language": "en"}],
                     "datatype": "quantity", "singleValued": false}
                    """)
                .status())
        .isIn(201, 409);
  }

  /** The body of a fact that says how high the lamp is. */
  static String fact(String id, int metres) {
    return """
    {"id": "%s", "subject": "lighthouse", "property": "lamp-height",
     "value": {"type": "quantity", "amount": "%d"},
     "citations": [{"source": "keepers-book", "quote": {"exact": "lamp"}}]}
    """
        .formatted(id, metres);
  }
}
