package org.defter.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/** How often each of very many may do something: a token bucket for each, full at first. */
public final class RateLimit {

  private static final int REMEMBERED = 100_000;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final int perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(PERIOD).build();

  /**
   * @param perMinute in any minute; so many may come at once. 0 for any number
   */
  public RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Counts once for somebody.
   *
   * @throws TooOften when they have to wait
   */
  public void count(String who) {
    if (perMinute > 0) {
      ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
      require(probe.isConsumed(), probe.getNanosToWaitForRefill());
    }
  }

  /**
   * Counts nothing.
   *
   * @throws TooOften when they have to wait
   */
  public void check(String who) {
    if (perMinute > 0) {
      EstimationProbe probe = bucket(who).estimateAbilityToConsume(1);
      require(probe.canBeConsumed(), probe.getNanosToWaitForRefill());
    }
  }

  private static void require(boolean now, long waitNanos) {
    if (!now) {
      throw new TooOften(Duration.ofNanos(waitNanos));
    }
  }

  private Bucket bucket(String who) {
    return buckets.get(who, _ -> full());
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
        .build();
  }
}
