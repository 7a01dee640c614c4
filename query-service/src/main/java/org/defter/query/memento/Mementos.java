package org.defter.query.memento;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of one thing as mementos of it (RFC 7089).
 *
 * @param original the address of the thing as it is now (URI-R)
 * @param versions oldest first; at least one
 */
record Mementos(String original, List<Version> versions) {

  /** How many mementos one page of a TimeMap has at most. */
  static final int PAGE = 1000;

  /**
   * One version.
   *
   * @param number from 1, without a gap
   * @param from when the archive learnt it
   */
  record Version(long number, Instant from) {}

  Mementos {
    versions = List.copyOf(versions);
  }

  /** The version that was known at an instant; the first one where none was yet. */
  Version knownAt(Instant instant) {
    return versions.stream()
        .filter(version -> !version.from().isAfter(instant))
        .reduce((_, last) -> last)
        .orElse(versions.getFirst());
  }

  /** The address of a version (URI-M). */
  String address(Version version) {
    return original + "/versions/" + version.number();
  }

  static String timeGate(String original) {
    return original + "/timegate";
  }

  static String timeMap(String original) {
    return original + "/timemap";
  }

  /** Links of the thing as it is now: to its TimeGate and TimeMap. */
  static List<String> ofOriginal(String original) {
    return List.of(
        link(timeGate(original), "timegate"),
        "<%s>; rel=\"timemap\"; type=\"application/link-format\"".formatted(timeMap(original)));
  }

  /** Links of the TimeGate. */
  List<String> ofTimeGate() {
    List<String> links = new ArrayList<>();
    links.add(link(original, "original"));
    links.add(ofOriginal(original).getLast());
    links.addAll(around(0));
    return links;
  }

  /** Links of a version: to the thing, and to the versions around it. */
  List<String> of(long number) {
    List<String> links = new ArrayList<>();
    links.add(link(original, "original"));
    links.addAll(ofOriginal(original));
    links.addAll(around(number));
    return links;
  }

  /** The first and the last memento, and those beside one. */
  private List<String> around(long number) {
    List<String> links = new ArrayList<>();
    for (Version version : versions) {
      String relation = relation(version, number);
      if (!relation.isEmpty()) {
        links.add(memento(version, relation + "memento"));
      }
    }
    return links;
  }

  private String relation(Version version, long number) {
    return (version.equals(versions.getFirst()) ? "first " : "")
        + (version.number() == number - 1 ? "prev " : "")
        + (number > 0 && version.number() == number + 1 ? "next " : "")
        + (version.equals(versions.getLast()) ? "last " : "");
  }

  int pages() {
    return (versions.size() + PAGE - 1) / PAGE;
  }

  /**
   * A page of the TimeMap (RFC 7089, section 5) in the link format (RFC 6690).
   *
   * @param page from 1
   */
  String timeMap(int page) {
    List<String> links = new ArrayList<>();
    links.add(link(original, "original"));
    links.add(link(timeGate(original), "timegate"));
    List<Version> here = page(page);
    links.add(timeMapLink(page, "self", here));
    if (page < pages()) {
      links.add(timeMapLink(page + 1, "timemap", page(page + 1)));
    }
    for (Version version : here) {
      String first = version.equals(versions.getFirst()) ? "first " : "";
      String last = version.equals(versions.getLast()) ? "last " : "";
      links.add(memento(version, first + last + "memento"));
    }
    return String.join(",\n", links) + "\n";
  }

  private List<Version> page(int page) {
    return versions.subList((page - 1) * PAGE, Math.min(page * PAGE, versions.size()));
  }

  private String timeMapLink(int page, String relation, List<Version> on) {
    return "<%s%s>; rel=\"%s\"; type=\"application/link-format\"; from=\"%s\"; until=\"%s\""
        .formatted(
            timeMap(original),
            page == 1 ? "" : "?page=" + page,
            relation,
            HttpDate.of(on.getFirst().from()),
            HttpDate.of(on.getLast().from()));
  }

  private String memento(Version version, String relation) {
    return link(address(version), relation)
        + "; datetime=\"%s\"".formatted(HttpDate.of(version.from()));
  }

  private static String link(String address, String relation) {
    return "<%s>; rel=\"%s\"".formatted(address, relation);
  }
}
