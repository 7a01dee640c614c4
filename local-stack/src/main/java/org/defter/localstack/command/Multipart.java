package org.defter.localstack.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A multipart/form-data body (RFC 7578) whose files are read while they are sent.
 *
 * @param contentType names the boundary between the parts
 * @param publisher gives the bytes, whose number is known beforehand
 */
record Multipart(String contentType, BodyPublisher publisher) {

  /**
   * A body of these parts.
   *
   * @throws FileNotFoundException when a file is not there
   */
  static Multipart of(Map<String, Path> files, Map<String, String> fields)
      throws FileNotFoundException {
    String boundary = "defter-" + UUID.randomUUID();
    List<BodyPublisher> parts = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      parts.add(text(head(boundary, field.getKey(), "") + field.getValue() + "\r\n"));
    }
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String name = String.valueOf(file.getValue().getFileName()).replaceAll("[\"\\r\\n]", "_");
      parts.add(text(head(boundary, file.getKey(), "; filename=\"" + name + "\"")));
      parts.add(BodyPublishers.ofFile(file.getValue()));
      parts.add(text("\r\n"));
    }
    parts.add(text("--" + boundary + "--\r\n"));
    return new Multipart(
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
  }

  private static String head(String boundary, String name, String more) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(boundary, name, more);
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
