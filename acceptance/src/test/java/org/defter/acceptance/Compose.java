package org.defter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What docker-compose.yml tells the services, on this machine instead of in containers.
 *
 * @param file as it was read
 * @param variables what {@code .env} holds
 * @param addresses those of containers, as {@code host:port}, and what stands for them here
 */
record Compose(
    Map<String, Object> file, Map<String, String> variables, Map<String, String> addresses) {

  static final Path PROJECT = Path.of("..");

  /** {@code ${NAME}}, {@code ${NAME:-default}} or {@code ${NAME:?what to do without}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?:(:-|:\\?)([^}]*))?}");

  static Compose read(Map<String, String> variables, Map<String, String> addresses) {
    try {
      return new Compose(
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Files.readString(PROJECT.resolve("docker-compose.yml"))),
          variables,
          addresses);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The settings of a service. */
  Map<String, String> environment(String service) {
    Map<String, String> settings = new HashMap<>();
    map(service(service), "environment")
        .forEach((name, value) -> settings.put(name, here(String.valueOf(value))));
    return settings;
  }

  /** The image of a service, with its tag. */
  String image(String service) {
    return String.valueOf(service(service).get("image"));
  }

  private Map<String, Object> service(String name) {
    return map(map(file, "services"), name);
  }

  @SuppressWarnings("unchecked") // YAML says no more
  private static Map<String, Object> map(Map<String, Object> in, String name) {
    if (in.get(name) instanceof Map<?, ?> found) {
      return (Map<String, Object>) found;
    }
    throw new AssertionError("docker-compose.yml has no " + name);
  }

  private String here(String value) {
    String here = VARIABLE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(of(found)));
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      here = here.replace(address.getKey(), address.getValue());
    }
    return here;
  }

  private String of(MatchResult variable) {
    String value = variables.get(variable.group(1));
    if (value == null && !":-".equals(variable.group(2))) {
      throw new AssertionError("docker-compose.yml needs " + variable.group());
    }
    return value == null ? variable.group(3) : value;
  }
}
