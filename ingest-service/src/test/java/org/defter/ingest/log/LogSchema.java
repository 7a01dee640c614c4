package org.defter.ingest.log;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignedNote;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty store and log of its own in the module's real database. */
final class LogSchema implements AutoCloseable {

  static final String ORIGIN = "test.example/log";

  final HikariDataSource data;
  final JdbcClient jdbc;
  final Path key;

  LogSchema(String name, Path folder) {
    LocalStack stack = LocalStack.forTests(Part.POSTGRESQL, Part.KAFKA);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(stack.jdbcUrl() + "?currentSchema=" + name);
    pool.setUsername(stack.postgresUser());
    pool.setPassword(stack.postgresPassword());
    data = pool;
    Flyway.configure().dataSource(data).schemas(name).load().migrate();
    jdbc = JdbcClient.create(data);
    key = folder.resolve("key");
  }

  /** A node of the service that has just started, on its connection to the database. */
  record Node(LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures) {

    void growAndSign() {
      while (tree.grow() > 0) {
        checkpoints.sign();
      }
      checkpoints.sign();
    }
  }

  Node node() {
    return node(data);
  }

  Node node(DataSource connection) {
    JdbcClient client = JdbcClient.create(connection);
    var transactions = new TransactionTemplate(new JdbcTransactionManager(connection));
    LogKeys keys = Files.exists(key) ? LogKeys.read(key, ORIGIN) : LogKeys.generate(key, ORIGIN);
    LogTree tree = new LogTree(client, transactions);
    return new Node(
        tree,
        new Checkpoints(
            client, transactions, tree, keys, new LogProperties(ORIGIN, key, List.of())),
        new Cosignatures(client, transactions));
  }

  /** Records an event of its own. */
  void record(DataSource connection) {
    new TransactionTemplate(new JdbcTransactionManager(connection))
        .executeWithoutResult(_ -> insert(JdbcClient.create(connection)));
  }

  static void insert(JdbcClient client) {
    String id = UUID.randomUUID().toString();
    client
        .sql(
            """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                type, time_stamp, payload_type, payload, meta_data)
            VALUES (?, ?, 0, 'property', '2026-01-01T00:00:00Z', 'archive.property.defined.v1', ?, '{}')
            """)
        .params(id, "property/" + id, "{\"id\":\"" + id + "\"}")
        .update();
  }

  /** The hashes of all entries, from the events as the store holds them. */
  List<Hash> leaves() {
    return jdbc.sql(
            "SELECT e.* FROM log_entry JOIN domain_event_entry e ON global_index = position ORDER BY index")
        .query((row, _) -> MerkleTree.leaf(StoredRow.logged(row).canonical()))
        .list();
  }

  long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** Every checkpoint that anybody may have seen. */
  List<Checkpoint> published() {
    return jdbc
        .sql("SELECT note FROM log_checkpoint ORDER BY size")
        .query(String.class)
        .list()
        .stream()
        .map(note -> Checkpoint.parse(SignedNote.parse(note).text()))
        .toList();
  }

  @Override
  public void close() {
    data.close();
  }
}
