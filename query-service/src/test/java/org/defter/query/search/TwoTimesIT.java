package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.PublishedEvents;
import org.defter.query.QueryService;
import org.defter.query.read.ReadModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Random histories, through Kafka, the projections and Elasticsearch; and random questions about
 * both times, each answered by the readers' side and by a model that knows no index. Others every
 * time: so these are few enough to be asked with every change.
 *
 * <p>{@code -DtwoTimes.seed=} repeats a run; {@code -DtwoTimes.histories=} and {@code
 * -DtwoTimes.questions=} make it shorter or longer.
 */
class TwoTimesIT {

  private static final int HISTORIES = Integer.getInteger("twoTimes.histories", 2_000);
  private static final int QUESTIONS = Integer.getInteger("twoTimes.questions", 40_000);
  private static final long SEED = Long.getLong("twoTimes.seed", new Random().nextLong());
  private static final int TOGETHER = 200;

  private static final Random RANDOM = new Random(SEED);
  private static final TwoTimesModel MODEL = new TwoTimesModel();
  private static final TwoTimesHistories TOLD = new TwoTimesHistories(RANDOM, MODEL);
  private static final TwoTimesQuestion.Source QUESTION =
      new TwoTimesQuestion.Source(RANDOM, TOLD.moments, HISTORIES);
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void tellTheHistories() throws Exception {
    for (int history = 0; history < HISTORIES; history++) {
      TOLD.add(history);
    }
    LocalStack stack = BlankStack.withPartitions(3);
    service =
        new SpringApplicationBuilder(QueryService.class)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers(),
                "--defter.projection.refresh-interval=60s");
    PublishedEvents.publish(stack.kafkaBootstrapServers(), TOLD.events());
    PublishedEvents.awaitApplied(service, TOLD.events().size());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void answersEveryQuestionAboutTheTwoTimesAsTheModelDoes() throws Exception {
    TwoTimesComparison comparison =
        new TwoTimesComparison(
            MODEL, service.getBean(ReadModel.class), service.getBean(FactSearch.class));
    List<Runnable> tasks = new ArrayList<>();
    tasks.addAll(byMoment(QUESTIONS / 2, MODEL.facts(), comparison::facts));
    tasks.addAll(byMoment(QUESTIONS / 10, MODEL.subjects(), comparison::subjects));
    List<TwoTimesQuestion> lists = questions(QUESTIONS * 36 / 100, QUESTION::ofSubject);
    for (int from = 0; from < lists.size(); from += TOGETHER) {
      List<TwoTimesQuestion> some = lists.subList(from, Math.min(lists.size(), from + TOGETHER));
      tasks.add(() -> comparison.together(some));
    }
    Stream.of(
            questions(QUESTIONS * 2 / 100, QUESTION::ofSubject),
            questions(QUESTIONS * 2 / 100, QUESTION::inWords),
            questions(QUESTIONS / 400, QUESTION::ofAll))
        .flatMap(List::stream)
        .forEach(one -> tasks.add(() -> comparison.alone(one)));
    run(tasks);

    String summary =
        "Two times: %,d histories of %,d events; %,d questions compared, %,d answers differ (seed %d)"
            .formatted(
                HISTORIES,
                TOLD.events().size(),
                comparison.compared(),
                comparison.differences().size(),
                SEED);
    System.out.println(summary);
    comparison.differences().stream().limit(10).forEach(System.out::println);
    assertThat(comparison.differences().size()).as(summary).isZero();
    assertThat(comparison.compared()).as(summary).isGreaterThan(QUESTIONS * 97 / 100);
  }

  private static List<TwoTimesQuestion> questions(int count, Supplier<TwoTimesQuestion> source) {
    return Stream.generate(source).limit(count).toList();
  }

  /** So many different questions for a thing at a moment; those of one moment in one request. */
  private static <I> List<Runnable> byMoment(
      int count, List<I> ids, BiConsumer<List<I>, String> compare) {
    Map<String, Set<I>> byMoment = new LinkedHashMap<>();
    int different = 0;
    // Few histories have fewer questions than are wanted: the draws are bounded, too.
    for (int draw = 0; different < count && draw < 2 * count; draw++) {
      if (byMoment
          .computeIfAbsent(QUESTION.moment(), _ -> new LinkedHashSet<>())
          .add(ids.get(RANDOM.nextInt(ids.size())))) {
        different++;
      }
    }
    return byMoment.entrySet().stream()
        .map(at -> (Runnable) () -> compare.accept(List.copyOf(at.getValue()), at.getKey()))
        .toList();
  }

  private static void run(List<Runnable> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> calls = tasks.stream().map(Executors::callable).toList();
      for (Future<Object> done : threads.invokeAll(calls)) {
        done.get();
      }
    }
  }
}
