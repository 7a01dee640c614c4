package org.defter.query.page;

import java.util.List;
import org.defter.query.request.Address;
import org.defter.query.search.SearchAnswer.Stretch;
import org.defter.query.search.SearchAnswer.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The stretches of a timeline as links, each of which asks for what can have held in it. */
final class TimelineLinks {

  private static final List<String> REPLACED =
      List.of("validAt", "validFrom", "validTo", "cursor", "after", "wait");

  private TimelineLinks() {}

  /** A stretch in which something can have held. */
  record Link(String label, long count, String address) {}

  /** Those that are not empty. */
  static List<Link> of(@Nullable Timeline timeline, MultiValueMap<String, String> asked) {
    return timeline == null
        ? List.of()
        : timeline.stretches().stream()
            .filter(stretch -> stretch.count() > 0)
            .map(stretch -> link(stretch, asked))
            .toList();
  }

  private static Link link(Stretch stretch, MultiValueMap<String, String> asked) {
    MultiValueMap<String, String> next = new LinkedMultiValueMap<>(asked);
    REPLACED.forEach(next::remove);
    next.set("validFrom", stretch.from());
    next.set("validTo", stretch.to());
    return new Link(stretch.label(), stretch.count(), Address.of("/", next));
  }
}
