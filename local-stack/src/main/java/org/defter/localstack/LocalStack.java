package org.defter.localstack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.defter.identity.LocalIdentity.Person;
import tools.jackson.databind.JsonNode;

/**
 * The servers of the archive over one data directory, on 127.0.0.1. They live on when this JVM
 * ends: what runs is known from the data directory alone, so any number of {@code LocalStack}s, in
 * any process, may be opened on it.
 *
 * <p>Every failure is a {@link StackException} whose message says what to do.
 */
public final class LocalStack {
  private final Path dataDirectory;
  private final OptionalInt publicPort;
  private final Consumer<String> progress;

  private LocalStack(Path dataDirectory, OptionalInt publicPort, Consumer<String> progress) {
    this.dataDirectory = dataDirectory;
    this.publicPort = publicPort;
    this.progress = progress;
  }

  /** The stack in this directory, which is made at its first start. Starts nothing. */
  public static LocalStack in(Path dataDirectory) {
    if (dataDirectory.toString().matches("(?s).*[,\"\\\\\\n].*")) {
      throw new StackException(
          StackException.Problem.DATA_DIRECTORY,
          "the path of the data directory holds a comma, quote, backslash or line break, which"
              + " Kafka's or Elasticsearch's settings cannot: "
              + dataDirectory);
    }
    return new LocalStack(
        dataDirectory.toAbsolutePath().normalize(), OptionalInt.empty(), line -> {});
  }

  /**
   * The one stack for the tests of this JVM, under {@code target/stack} of the module: empty when
   * the JVM first asks for it, stopped when the JVM ends. Asking again starts the parts still
   * missing.
   */
  public static LocalStack forTests(Part... parts) {
    return TestStack.with(Arrays.asList(parts));
  }

  /** This stack with its public port set, from the next start on and for good. */
  public LocalStack onPort(int port) {
    return new LocalStack(dataDirectory, OptionalInt.of(port), progress);
  }

  /** This stack, telling one line at a time what it does. */
  public LocalStack reportingTo(Consumer<String> listener) {
    return new LocalStack(dataDirectory, publicPort, listener);
  }

  /**
   * Has these parts run and answer: those that do are left alone, the others are started. The three
   * servers come up side by side, then the services. A part that fails stops no other.
   */
  public void up(Collection<Part> parts) {
    Set<Part> wanted = EnumSet.noneOf(Part.class);
    wanted.addAll(parts);
    // Before anything starts: a missing jar is no reason to wait for Elasticsearch.
    among(wanted, Part.SERVICES).forEach(Distribution.find()::serviceJar);
    try (StackLock lock = StackLock.on(dataDirectory, progress)) {
      Ports ports = ports();
      Set<Part> stopped = EnumSet.copyOf(EnumSet.allOf(Part.class));
      if (wasStarted()) {
        stopped.removeIf(part -> keeper(part).running().isPresent());
      }
      stopped.retainAll(wanted);
      ports.settle(publicPort, stopped, progress);
      SideBySide.forEach(among(wanted, Part.INFRASTRUCTURE), part -> keeper(part).ensureUp());
      SideBySide.forEach(among(wanted, Part.SERVICES), part -> keeper(part).ensureUp());
    }
  }

  private static List<Part> among(Set<Part> wanted, Set<Part> group) {
    return wanted.stream().filter(group::contains).toList();
  }

  /** Ends every part this stack started, services first, and nothing else. */
  public void down() {
    if (!wasStarted()) {
      return;
    }
    try (StackLock lock = StackLock.on(dataDirectory, progress)) {
      for (Part part : Arrays.asList(Part.values()).reversed()) {
        if (keeper(part).running().isPresent()) {
          progress.accept(part.label() + " … stopping");
        }
        keeper(part).stop();
      }
    }
  }

  public void start(Part part) {
    up(EnumSet.of(part));
  }

  /** Ends one part gracefully. */
  public void stop(Part part) {
    keeper(part).stop();
  }

  /** SIGKILL to a part and all its processes, for tests of crashes. */
  public void kill(Part part) {
    keeper(part).kill();
  }

  /** SIGSTOP: the part hangs with its connections open, for tests of hangs. */
  public void pause(Part part) {
    keeper(part).pause();
  }

  /** SIGCONT: the end of a {@link #pause}. */
  public void resume(Part part) {
    keeper(part).resume();
  }

  /** How each part stands, in the order they start. */
  public List<PartStatus> status() {
    return StackStatus.of(dataDirectory, wasStarted() ? recipes() : null);
  }

  /** What a service says of itself at {@code GET /api/v1/status}; empty when it does not answer. */
  public Optional<JsonNode> serviceStatus(Part service) {
    return HttpProbe.get(
        (service == Part.INGEST_SERVICE ? ingestUri() : publicUri()) + "/api/v1/status");
  }

  /** The process id of a part that runs; empty for one that does not. */
  public OptionalLong pid(Part part) {
    return keeper(part).running().stream().mapToLong(LinuxProcess::pid).findFirst();
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  /** {@code jdbc:postgresql://127.0.0.1:port/defter}. */
  public String jdbcUrl() {
    return recipes().jdbcUrl();
  }

  /** The owner of the database {@code defter}; not a superuser. */
  public String postgresUser() {
    return PostgresRecipe.USER;
  }

  public String postgresPassword() {
    return recipes().postgresql().password();
  }

  /** {@code 127.0.0.1:port}. */
  public String kafkaBootstrapServers() {
    return recipes().address(Ports.Use.KAFKA);
  }

  public URI elasticsearchUri() {
    return uri(Ports.Use.ELASTICSEARCH);
  }

  /** The one address the outside is given: the query service. */
  public URI publicUri() {
    return uri(Ports.Use.PUBLIC);
  }

  public URI ingestUri() {
    return uri(Ports.Use.INGEST);
  }

  /**
   * A token for an hour: whoever can read the data directory runs the archive, and may speak for
   * anybody in it.
   */
  public String token(String subject, String... roles) {
    return recipes().identity().token(subject, List.of(roles));
  }

  /** Who can sign in. */
  public List<Person> people() {
    return recipes().identity().people();
  }

  private URI uri(Ports.Use use) {
    return URI.create("http://" + recipes().address(use));
  }

  private Path portsFile() {
    return dataDirectory.resolve("ports.json");
  }

  private boolean wasStarted() {
    return Files.exists(portsFile());
  }

  private Ports ports() {
    return Ports.keptIn(portsFile());
  }

  private Recipes recipes() {
    return new Recipes(dataDirectory, Distribution.find(), Account.forThisUser(), ports());
  }

  private Keeper keeper(Part part) {
    return new Keeper(recipes().of(part), progress);
  }
}
