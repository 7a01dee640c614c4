package org.defter.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.defter.core.event.CloudEventAttributes;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.defter.readmodel.document.Index;

/**
 * The module's one real stack, as if it had just been made: no events, no positions, no indexes.
 */
public final class BlankStack {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private BlankStack() {}

  /** The stack, with an empty topic of so many partitions. */
  public static LocalStack withPartitions(int partitions) throws Exception {
    LocalStack stack = LocalStack.forTests(Part.KAFKA, Part.ELASTICSEARCH);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
      while (!deleteGroups(admin)) {
        Thread.sleep(100);
      }
      deleteTopic(admin);
      while (!makeTopic(admin, partitions)) {
        Thread.sleep(100);
      }
    }
    for (Index index : Index.values()) {
      for (String generation :
          ask(stack, "GET", "/_cat/indices/" + index.alias() + "-*?h=index").lines().toList()) {
        ask(stack, "DELETE", "/" + generation.strip());
      }
    }
    return stack;
  }

  private static boolean deleteGroups(Admin admin) throws Exception {
    List<String> groups =
        admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    try {
      admin.deleteConsumerGroups(groups).all().get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GroupNotEmptyException) {
        return false; // a member that could not say goodbye is missed only after a while
      }
      throw failed;
    }
  }

  private static void deleteTopic(Admin admin) throws Exception {
    try {
      admin.deleteTopics(List.of(CloudEventAttributes.TOPIC)).all().get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw failed;
      }
    }
  }

  private static boolean makeTopic(Admin admin, int partitions) throws Exception {
    try {
      admin
          .createTopics(List.of(new NewTopic(CloudEventAttributes.TOPIC, partitions, (short) 1)))
          .all()
          .get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicExistsException) {
        return false; // still being deleted
      }
      throw failed;
    }
  }

  private static String ask(LocalStack stack, String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.elasticsearchUri() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }
}
