package org.defter.query.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.defter.query.result.SearchFeed.Entry;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What RFC 4287 demands of a feed, and of every entry. */
class SearchFeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Instant OLD = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NEW = Instant.parse("2026-03-05T10:00:00.125Z");
  private static final SearchFeed FEED =
      SearchFeed.of(
          "http://a.example/search.atom?q=%3Cb%3E",
          "http://a.example/?q=%3Cb%3E",
          "Facts found by “<b>”",
          List.of(
              new Entry(
                  "http://a.example/facts/F2", "http://a.example/facts/F2", "x & y", NEW, "«<i>»"),
              new Entry("http://a.example/facts/F1", "http://a.example/facts/F1", "z", OLD, "")));

  @Test
  void hasWhatAFeedMustHave() throws Exception {
    Element feed = parsed(FEED).getDocumentElement();

    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(text(feed, "id")).containsExactly("http://a.example/search.atom?q=%3Cb%3E");
    assertThat(text(feed, "title")).containsExactly("Facts found by “<b>”");
    // Section 4.2.15: of the most recent change.
    assertThat(text(feed, "updated")).containsExactly(NEW.toString());
    // Section 4.1.1: an author, unless every entry has one.
    assertThat(children(feed, "author")).hasSize(1);
    assertThat(text(children(feed, "author").getFirst(), "name")).containsExactly("Defter");
    // A feed should say where it is itself, and has no two alternates of one type.
    assertThat(children(feed, "link").stream().map(link -> link.getAttribute("rel")))
        .containsExactly("self", "alternate");
    assertThat(children(feed, "link").getFirst().getAttribute("href"))
        .isEqualTo("http://a.example/search.atom?q=%3Cb%3E");
  }

  @Test
  void hasWhatAnEntryMustHave() throws Exception {
    List<Element> entries = children(parsed(FEED).getDocumentElement(), "entry");

    assertThat(entries).hasSize(2);
    for (Element entry : entries) {
      assertThat(text(entry, "id")).hasSize(1);
      assertThat(text(entry, "title")).hasSize(1);
      assertThat(text(entry, "summary")).hasSize(1);
      // RFC 3339, which OffsetDateTime reads.
      assertThat(OffsetDateTime.parse(text(entry, "updated").getFirst())).isNotNull();
      // Section 4.1.2: without content there must be an alternate.
      assertThat(children(entry, "link").stream().map(link -> link.getAttribute("rel")))
          .containsExactly("alternate");
    }
    assertThat(entries.stream().map(entry -> text(entry, "id").getFirst())).doesNotHaveDuplicates();
    assertThat(text(entries.getFirst(), "title")).containsExactly("x & y");
    assertThat(text(entries.getFirst(), "summary")).containsExactly("«<i>»");
  }

  @Test
  void isValidWithoutEntriesToo() throws Exception {
    Element feed =
        parsed(SearchFeed.of("http://a.example/search.atom", "http://a.example/", "t", List.of()))
            .getDocumentElement();

    assertThat(text(feed, "updated")).containsExactly("1970-01-01T00:00:00Z");
    assertThat(children(feed, "entry")).isEmpty();
  }

  private static Document parsed(SearchFeed feed) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(feed.xml().getBytes(UTF_8)));
  }

  private static List<String> text(Element parent, String name) {
    return children(parent, name).stream().map(Node::getTextContent).toList();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element
          && ATOM.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}
