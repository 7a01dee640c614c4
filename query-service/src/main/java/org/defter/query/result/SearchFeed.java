package org.defter.query.result;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a search finds as an Atom feed (RFC 4287): what changed last comes first, and a fact that is
 * corrected comes anew under the same identifier.
 *
 * @param address of the feed itself
 * @param page of the same search
 * @param title what is searched for
 * @param updated when any of its entries changed last
 */
record SearchFeed(String address, String page, String title, Instant updated, List<Entry> entries) {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String GENERATOR = "Defter";

  SearchFeed {
    entries = List.copyOf(entries);
  }

  /**
   * A fact.
   *
   * @param id never changes, whatever becomes of the fact
   * @param page of the fact
   * @param title what it says
   * @param updated when the archive learnt this
   * @param words what it rests on; empty for nothing
   */
  record Entry(String id, String page, String title, Instant updated, String words) {}

  /** A feed, as old as its newest entry, or else of the beginning of time. */
  static SearchFeed of(String address, String page, String title, List<Entry> entries) {
    Instant updated =
        entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new SearchFeed(address, page, title, updated, entries);
  }

  /** The document, in UTF-8. */
  String xml() {
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", address);
      element(xml, "title", title);
      element(xml, "updated", updated.toString());
      element(xml, "generator", GENERATOR);
      link(xml, "self", "application/atom+xml", address);
      link(xml, "alternate", "text/html", page);
      // Who records and corrects is told on the pages; of the feed, the archive is the author.
      xml.writeStartElement(ATOM, "author");
      element(xml, "name", GENERATOR);
      xml.writeEndElement();
      for (Entry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text in memory cannot be written", impossible);
    }
    return written.toString();
  }

  private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", entry.updated().toString());
    link(xml, "alternate", "text/html", entry.page());
    element(xml, "summary", entry.words().isEmpty() ? entry.title() : entry.words());
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }
}
