package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL over {@code postgresql/}: its programs in {@code server-<version>}, its database in
 * {@code data}, its password in {@code password}, readable by its owner alone.
 */
record PostgresRecipe(Distribution distribution, Account account, Path folder, int port)
    implements Recipe {
  static final String USER = "defter";
  static final String DATABASE = "defter";

  @Override
  public Part part() {
    return Part.POSTGRESQL;
  }

  @Override
  public String version() {
    return distribution.version(Part.POSTGRESQL);
  }

  private Path program(String name) {
    return folder.resolve("server-" + version()).resolve("bin").resolve(name);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw StackException.dataDirectory(
          "cannot read PostgreSQL's password in "
              + passwordFile()
              + ": the stack was not started here, or by another user",
          e);
    }
  }

  @Override
  public void prepare() {
    try {
      PostgresArchive.unpack(
          distribution.postgresqlArchive(), folder.resolve("server-" + version()));
      if (!Files.exists(passwordFile())) {
        writePassword();
      }
      account.own(folder);
      if (!Files.exists(data())) {
        createDatabase();
      }
      // A postmaster that was killed leaves its file; one that runs would have been adopted.
      // Without this, a stranger who got its process id would keep PostgreSQL from starting.
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot prepare " + folder, e);
    }
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path fresh = folder.resolve("password.new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, HexFormat.of().formatHex(random));
    Files.move(fresh, passwordFile());
  }

  /**
   * Into {@code data.new}, renamed at the end: a crash half-way leaves nothing that looks whole.
   */
  private void createDatabase() throws IOException {
    Path fresh = folder.resolve("data.new");
    Folders.delete(fresh);
    // The builtin C.UTF-8 sorts the same on every machine, whatever its C library.
    run(
        "",
        program("initdb").toString(),
        "--pgdata=" + fresh,
        "--username=postgres",
        "--pwfile=" + passwordFile(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
    run(
        """
        CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
        CREATE DATABASE %3$s OWNER %1$s
        """
            .formatted(USER, password(), DATABASE),
        program("postgres").toString(),
        "--single",
        "-D",
        fresh.toString(),
        "postgres");
    Files.move(fresh, data());
  }

  /** Single-user mode answers 0 even to a statement it refused, so its words are looked at too. */
  private void run(String input, String... command) throws IOException {
    Shell.Outcome outcome = Shell.run(account.as(List.of(command)), input);
    Files.writeString(log(), outcome.output() + "\n");
    if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
      throw StackException.partFailed(
          this, "could not create its database", LogTail.of(log(), LogTail.LINES));
    }
  }

  @Override
  public List<String> command() {
    return account.as(
        List.of(
            program("postgres").toString(),
            "-D",
            data().toString(),
            setting("listen_addresses", "127.0.0.1"),
            setting("port", Integer.toString(port)),
            setting("unix_socket_directories", ""),
            setting("fsync", "on"),
            setting("synchronous_commit", "on"),
            setting("full_page_writes", "on"),
            setting("max_connections", "200"),
            setting("timezone", "UTC"),
            setting("log_timezone", "UTC")));
  }

  private static String setting(String name, String value) {
    return "--" + name + "=" + value;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean answers() {
    return PostgresProbe.accepts(port, USER, DATABASE);
  }

  /** SIGINT is PostgreSQL's "fast" shutdown: it ends sessions instead of waiting for them. */
  @Override
  public LinuxProcess.Signal stopSignal() {
    return LinuxProcess.Signal.INT;
  }

  @Override
  public boolean heldByPredecessor(String logTail) {
    return logTail.contains("pre-existing shared memory block");
  }

  @Override
  public Optional<LinuxProcess> ownRecord() {
    return PidFile.read(data().resolve("postmaster.pid"), data().toString());
  }
}
