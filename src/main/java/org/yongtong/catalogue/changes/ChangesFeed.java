package org.yongtong.catalogue.changes;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.yongtong.catalogue.Difference;
import org.yongtong.catalogue.changes.ChangesPage.Line;

/** The list of changes as an Atom feed (RFC 4287). */
final class ChangesFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final String site;
  private final String self;
  private final String page;

  /**
   * @param site address of the site without a path
   * @param self address of the feed
   * @param page address of the page that shows the same
   */
  ChangesFeed(String site, String self, String page) {
    this.site = site;
    this.self = self;
    this.page = page;
  }

  /**
   * @param title of the whole feed
   * @param author who publishes
   */
  String write(String title, String author, List<Line> lines) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      text(xml, "id", self);
      text(xml, "title", title);
      text(
          xml,
          "updated",
          (lines.isEmpty() ? Instant.EPOCH : lines.getFirst().change().at()).toString());
      xml.writeStartElement("author");
      text(xml, "name", author);
      xml.writeEndElement();
      link(xml, "self", self, "application/atom+xml");
      link(xml, "alternate", page, "text/html");
      for (Line line : lines) {
        entry(xml, line);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  private void entry(XMLStreamWriter xml, Line line) throws XMLStreamException {
    CatalogueChange change = line.change();
    xml.writeStartElement("entry");
    text(xml, "id", "urn:yongtong:change:" + change.place());
    text(xml, "title", change.what().word() + "：" + change.name());
    text(xml, "updated", change.at().toString());
    link(xml, "alternate", site + change.path(), "text/html");
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", change.what().name().toLowerCase(java.util.Locale.ROOT));
    xml.writeAttribute("label", change.what().word());
    text(xml, "summary", summary(line));
    xml.writeEndElement();
  }

  private static String summary(Line line) {
    var text = new StringBuilder(line.on());
    if (line.body() != null) {
      text.append("，").append(line.body());
    }
    if (line.note() != null) {
      text.append("，").append(line.note());
    }
    if (line.change().reason() != null) {
      text.append("。原因：").append(line.change().reason());
    }
    if (!line.change().differences().isEmpty()) {
      text.append("。")
          .append(
              line.change().differences().stream()
                  .map(Difference::sentence)
                  .collect(Collectors.joining("；")));
    }
    return text.append("。").toString();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
    xml.writeAttribute("type", type);
  }
}
