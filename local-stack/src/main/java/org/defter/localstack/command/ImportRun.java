package org.defter.localstack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One import, from sending the files to readers seeing what came of them.
 *
 * @param client the archive it goes to
 * @param out where progress and results are told
 * @param err takes one line about what went wrong
 */
record ImportRun(BatchClient client, PrintWriter out, Consumer<String> err) {

  /**
   * Sends the files and waits.
   *
   * @param files by the name of their part: facts, source and, where given, subjects
   * @param fields the parameters of the import
   * @return the report
   * @throws BatchClient.Failed when the archive refuses the import as a whole
   * @throws IOException when a file cannot be read or the archive does not answer
   */
  JsonNode run(Map<String, Path> files, Map<String, String> fields)
      throws BatchClient.Failed, IOException, InterruptedException {
    for (Path file : files.values()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IOException("cannot read " + file);
      }
    }
    return new BatchFollowing(client, out, err).toTheEnd(client.submit(files, fields));
  }
}
