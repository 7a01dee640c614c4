package org.defter.localstack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers and services to run are: what Maven gathered under {@code
 * local-stack/parts/target/dist}, and the jars of the two services.
 *
 * @param home the project's top directory
 */
record Distribution(Path home) {
  private static final String HOME_PROPERTY = "defter.home";

  /**
   * The one this code belongs to: named by the system property {@code defter.home}, or else found
   * upward from where this class was loaded (an IDE, a reactor build) or from the working
   * directory.
   */
  static Distribution find() {
    String named = System.getProperty(HOME_PROPERTY);
    if (named != null) {
      return new Distribution(Path.of(named).toAbsolutePath());
    }
    Path home = above(codeLocation());
    return new Distribution(home != null ? home : aboveWorkingDirectory());
  }

  private static Path codeLocation() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path aboveWorkingDirectory() {
    Path home = above(Path.of("").toAbsolutePath());
    if (home == null) {
      throw notBuilt("cannot find the project's directory: set the property " + HOME_PROPERTY);
    }
    return home;
  }

  private static @Nullable Path above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("local-stack/parts/pom.xml"))) {
        return folder;
      }
    }
    return null;
  }

  private Path dist() {
    return home.resolve("local-stack/parts/target/dist");
  }

  Path elasticsearchHome() {
    return only(dist(), "elasticsearch-*");
  }

  Path kafkaLibraries() {
    only(dist().resolve("kafka"), "kafka_*.jar");
    return dist().resolve("kafka");
  }

  /** The jar that holds PostgreSQL's programs, as one compressed archive, for this processor. */
  Path postgresqlArchive() {
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64" -> "amd64";
          case "aarch64" -> "arm64v8";
          case String other -> throw notBuilt("there is no PostgreSQL to be had for " + other);
        };
    return only(dist().resolve("postgresql"), "*-linux-" + processor + "-*.jar");
  }

  /** The executable jar of a service. */
  Path serviceJar(Part service) {
    Path jar = home.resolve(service.folder()).resolve("target/" + service.folder() + ".jar");
    if (!Files.exists(jar)) {
      throw notBuilt(jar + " is missing");
    }
    return jar;
  }

  String version(Part part) {
    return switch (part) {
      case ELASTICSEARCH -> afterLastDash(elasticsearchHome());
      case KAFKA -> afterLastDash(only(dist().resolve("kafka"), "kafka_*.jar"));
      case POSTGRESQL -> afterLastDash(postgresqlArchive()).replaceFirst("\\.0$", "");
      case INGEST_SERVICE, QUERY_SERVICE -> manifestVersion(serviceJar(part));
    };
  }

  private static String afterLastDash(Path path) {
    String name = path.getFileName().toString().replaceFirst("\\.jar$", "");
    return name.substring(name.lastIndexOf('-') + 1);
  }

  private static String manifestVersion(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String version =
          manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Version");
      return version == null ? "" : version;
    } catch (IOException e) {
      throw notBuilt(jar + " cannot be read (" + e.getMessage() + ")");
    }
  }

  /** The java program that runs this code, and every server written in Java with it. */
  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  static Path java() {
    return javaHome().resolve("bin/java");
  }

  private static Path only(Path folder, String glob) {
    Path found = null;
    try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, glob)) {
      for (Path match : matches) {
        if (found != null) {
          throw notBuilt("%s holds both %s and %s".formatted(folder, found, match));
        }
        found = match;
      }
    } catch (IOException unreadable) {
      throw notBuilt(folder + " is missing");
    }
    if (found == null) {
      throw notBuilt("there is no " + glob + " in " + folder);
    }
    return found;
  }

  private static StackException notBuilt(String what) {
    return new StackException(
        StackException.Problem.NOT_BUILT,
        what + ": build the project once with `mvn clean package -Dquick -Dmaven.test.skip=true`");
  }
}
