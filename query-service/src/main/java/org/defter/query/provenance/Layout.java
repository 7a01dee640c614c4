package org.defter.query.provenance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.value.VocabularyTerm;
import org.defter.query.provenance.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where everything in a history stands: lanes from left to right (who, what they did, what came of
 * it, what it rests on), and one row for each activity, from top to bottom in the order of time.
 *
 * @param boxes in the order they are read
 * @param lines between them
 */
record Layout(List<Box> boxes, List<Line> lines, int height) {

  static final int BOX_WIDTH = 210;
  static final int LINE_HEIGHT = 17;
  static final int PADDING = 9;
  static final int TOP = 40;
  private static final int LANE_WIDTH = 275;
  private static final int MARGIN = 15;
  private static final int GAP = 14;
  private static final int ROW_GAP = 22;
  static final int WIDTH = 3 * LANE_WIDTH + BOX_WIDTH + 2 * MARGIN + 20;

  /** A lane, and what stands in it. */
  enum Lane implements VocabularyTerm {
    AGENTS(0),
    ACTIVITIES(1),
    RESULTS(2),
    EVIDENCE(3);

    private final int column;

    Lane(int column) {
      this.column = column;
    }

    /** The key of its title. */
    String title() {
      return "picture.lane." + word();
    }

    int x() {
      return MARGIN + column * LANE_WIDTH;
    }
  }

  /** A box with its words, wrapped. */
  record Box(Element element, Lane lane, int y, List<String> words) {
    int height() {
      return 2 * PADDING + LINE_HEIGHT * words.size();
    }

    int middle() {
      return y + height() / 2;
    }
  }

  /** A line that leads from a box to one it comes of. */
  record Line(Kind kind, Box from, Box to) {}

  /** The relations that are drawn; the others are in the words, or follow from these. */
  private static final Set<Kind> DRAWN =
      Set.of(Kind.GENERATION, Kind.ASSOCIATION, Kind.DERIVATION, Kind.COMMUNICATION);

  static Layout of(Bundle bundle, Words words) {
    Map<Name, Box> placed = new LinkedHashMap<>();
    int y = TOP;
    for (Element activity : inTime(bundle)) {
      Map<Lane, Integer> next = new EnumMap<>(Lane.class);
      for (Lane lane : Lane.values()) {
        next.put(lane, y);
      }
      place(activity, Lane.ACTIVITIES, next, words.of(activity, bundle), placed);
      for (Relation relation : bundle.relations()) {
        Element other = ofActivity(activity, relation, bundle);
        Lane lane = other == null ? null : lane(other);
        if (other != null && lane != null && !placed.containsKey(other.id())) {
          place(other, lane, next, words.of(other, bundle), placed);
        }
      }
      y = Collections.max(next.values()) + ROW_GAP - GAP;
    }
    return new Layout(List.copyOf(placed.values()), lines(bundle, placed), y);
  }

  private static List<Element> inTime(Bundle bundle) {
    return bundle.elements().stream()
        .filter(one -> one.kind() == Element.Kind.ACTIVITY && one.ended() != null)
        .sorted(Comparator.comparing(Element::ended))
        .toList();
  }

  private static void place(
      Element element,
      Lane lane,
      Map<Lane, Integer> next,
      List<String> words,
      Map<Name, Box> placed) {
    int y = next.getOrDefault(lane, TOP);
    Box box = new Box(element, lane, y, words);
    placed.put(element.id(), box);
    next.put(lane, y + box.height() + GAP);
  }

  /** What a relation of an activity leads to or from: its agent, its results, what it used. */
  private static @Nullable Element ofActivity(Element activity, Relation relation, Bundle bundle) {
    return switch (relation.kind()) {
      case GENERATION ->
          activity.id().equals(relation.to()) ? bundle.element(relation.from()) : null;
      case ASSOCIATION, USAGE ->
          activity.id().equals(relation.from()) && relation.to() != null
              ? bundle.element(relation.to())
              : null;
      default -> null;
    };
  }

  private static @Nullable Lane lane(Element element) {
    if (element.kind() == Element.Kind.AGENT) {
      return Lane.AGENTS;
    }
    if (element.is(Terms.VERSION) || element.is(Terms.PROPOSAL)) {
      return Lane.RESULTS;
    }
    return element.is(Terms.PASSAGE) || element.is(Terms.TRANSCRIPTION) ? Lane.EVIDENCE : null;
  }

  private static List<Line> lines(Bundle bundle, Map<Name, Box> placed) {
    List<Line> lines = new ArrayList<>();
    Set<Line> known = new HashSet<>();
    for (Relation relation : bundle.relations()) {
      Box from = placed.get(relation.from());
      Box to = relation.to() == null ? null : placed.get(relation.to());
      if (from != null && to != null && DRAWN.contains(relation.kind())) {
        Line line = new Line(relation.kind(), from, to);
        if (known.add(line)) {
          lines.add(line);
        }
      }
    }
    return List.copyOf(lines);
  }
}
