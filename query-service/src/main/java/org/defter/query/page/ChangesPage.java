package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.EventType;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.change.Change;
import org.defter.query.change.ChangeRequest;
import org.defter.query.change.Changes;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.page.Differences.Difference;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit trail: who changed what, when and why. */
@Controller
class ChangesPage {

  private final Changes changes;
  private final Differences differences;
  private final LabelFinder labels;

  ChangesPage(Changes changes, Differences differences, LabelFinder labels) {
    this.changes = changes;
    this.differences = differences;
    this.labels = labels;
  }

  /**
   * What an entry happened to.
   *
   * @param kind as in the keys of the messages
   * @param label what it is called; its identifier where it has no other name
   * @param address its page; null where it has none
   */
  record Thing(String kind, String label, @Nullable String address) {

    static Thing of(String aggregate, Labels labels) {
      String kind = aggregate.substring(0, aggregate.indexOf('/'));
      String id = aggregate.substring(kind.length() + 1);
      ArchiveId named = named(kind, id);
      return new Thing(
          kind,
          named == null ? id : labels.of(named),
          switch (kind) {
            case "fact", "subject", "source", "correction" -> "/" + kind + "s/" + id;
            case "property" -> "/?property=" + id;
            default -> null;
          });
    }

    /** Null for what has no name but its identifier. */
    static @Nullable ArchiveId named(String kind, String id) {
      return switch (kind) {
        case "subject" -> new SubjectId(id);
        case "source" -> new SourceId(id);
        case "property" -> new PropertyId(id);
        default -> null;
      };
    }
  }

  /** An entry as it is shown. */
  record Line(
      String event,
      Thing thing,
      long version,
      String time,
      String actor,
      String actorId,
      @Nullable String onBehalfOf,
      @Nullable String reasonType,
      @Nullable String reason,
      List<Difference> changes) {

    static Line of(Change change, Labels labels, Differences.Saying saying) {
      return new Line(
          change.type(),
          Thing.of(change.aggregate(), labels),
          change.version(),
          change.recordTime().toString(),
          FactPage.name(change.actor()),
          change.actor().id(),
          change.onBehalfOf() == null ? null : FactPage.name(change.onBehalfOf()),
          change.reason() == null ? null : change.reason().type().word(),
          change.reason() == null ? null : change.reason().text(),
          saying.all(change.changes()));
    }
  }

  @GetMapping("/changes")
  String show(HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request);
    Parameters asked = TimeMachine.none(given, model);
    Change.Page page = changes.page(ChangeRequest.of(asked));
    List<Locale> readers = Collections.list(request.getLocales());
    Labels named = labels.of(things(page), readers);
    Differences.Saying saying =
        differences.of(page.changes().stream().map(Change::changes).flatMap(List::stream), readers);
    model.addAttribute("total", page.total());
    model.addAttribute(
        "lines", page.changes().stream().map(change -> Line.of(change, named, saying)).toList());
    model.addAttribute("asked", asked.values().toSingleValueMap());
    model.addAttribute(
        "events", Arrays.stream(EventType.values()).map(EventType::typeName).toList());
    model.addAttribute("reasons", Stream.of(ReasonType.values()).map(ReasonType::word).toList());
    model.addAttribute("csv", file(asked.values(), "csv"));
    model.addAttribute("jsonLines", file(asked.values(), "jsonl"));
    model.addAttribute("next", page.next() == null ? null : NextPage.address(request, page.next()));
    return "changes";
  }

  private static List<ArchiveId> things(Change.Page page) {
    return page.changes().stream()
        .map(change -> change.aggregate().split("/", 2))
        .map(parts -> Thing.named(parts[0], parts[1]))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String file(MultiValueMap<String, String> asked, String format) {
    MultiValueMap<String, String> whole = new LinkedMultiValueMap<>(asked);
    List.of("size", "cursor", "after", "wait").forEach(whole::remove);
    whole.set("format", format);
    return Address.of("/api/v1/changes", whole);
  }
}
