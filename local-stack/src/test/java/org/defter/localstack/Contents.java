package org.defter.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps a word in each of the three servers, with their own clients, and reads them back. */
record Contents(LocalStack stack) {
  private static final TopicPartition TOPIC = new TopicPartition("words", 0);

  void prepare() throws SQLException, ExecutionException, InterruptedException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE words (word text)");
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
    }
  }

  void keepEverywhere(String word) throws Exception {
    keepInPostgresql(word);
    keepInKafka(word);
    keepInElasticsearch(word);
  }

  void keepInPostgresql(String word) throws SQLException {
    try (Connection connection = connect();
        var insert = connection.prepareStatement("INSERT INTO words VALUES (?)")) {
      insert.setString(1, word);
      insert.executeUpdate();
    }
  }

  void keepInKafka(String word) throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC.topic(), word)).get();
    }
  }

  void keepInElasticsearch(String word) throws IOException, InterruptedException {
    HttpRequest index =
        HttpRequest.newBuilder(elasticsearch("/words/_doc/" + word))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"word\":\"" + word + "\"}"))
            .build();
    HttpResponse<String> answer = send(index);
    if (answer.statusCode() != 201) {
      throw new IOException("Elasticsearch answered " + answer.statusCode() + answer.body());
    }
  }

  List<String> wordsInPostgresql() throws SQLException {
    return query("SELECT word FROM words ORDER BY word");
  }

  List<String> wordsInKafka() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(TOPIC));
      consumer.seekToBeginning(List.of(TOPIC));
      long end = consumer.endOffsets(List.of(TOPIC)).getOrDefault(TOPIC, 0L);
      List<String> words = new ArrayList<>();
      while (consumer.position(TOPIC) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> words.add(record.value()));
      }
      return words;
    }
  }

  boolean elasticsearchHolds(String word) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(elasticsearch("/words/_doc/" + word)).build()).statusCode()
        == 200;
  }

  List<String> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Stream.Builder<String> values = Stream.builder();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values.build().toList();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl(), stack.postgresUser(), stack.postgresPassword());
  }

  private URI elasticsearch(String path) {
    return URI.create(stack.elasticsearchUri() + path);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }
}
