package org.defter.query.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.defter.query.provenance.Layout.Box;
import org.defter.query.provenance.Layout.Lane;
import org.defter.query.provenance.Layout.Line;

/**
 * Draws the history of a fact as SVG 1.1, without a script. It is told as text too: by its title
 * and description, and box by box with the name of each.
 */
final class Picture {

  private static final String STYLE =
      """
      svg{color-scheme:light dark;color:#1d1f23;background:#fff;font:13px system-ui,"Noto Sans",sans-serif}
      text{fill:currentColor}.lane{font-weight:600}.first{font-weight:600}
      rect{fill:none;stroke:currentColor;stroke-opacity:.55}.activity rect{stroke-dasharray:4 3}
      path{fill:none;stroke:currentColor;stroke-opacity:.4}.arrow{fill:currentColor;fill-opacity:.6;stroke:none}
      .wasDerivedFrom{stroke-width:1.8}.wasInformedBy{stroke-dasharray:2 3}
      @media(prefers-color-scheme:dark){svg{color:#e7e5e0;background:#1f2124}}
      """;

  /** Lets the picture have its own style, and nothing else, when it is opened by itself. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'".formatted(digest());

  private Picture() {}

  static String draw(Document document, Words words) {
    Bundle bundle = document.bundles().getFirst();
    Layout layout = Layout.of(bundle, words);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        lang="%6$s" role="img" aria-labelledby="title desc">
        <title id="title">%3$s</title>
        <desc id="desc">%4$s</desc>
        <style>%5$s</style>
        <defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerUnits="userSpaceOnUse" \
        markerWidth="8" markerHeight="8" orient="auto"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>
        """
            .formatted(
                Layout.WIDTH,
                layout.height(),
                escaped(words.say("picture.title", bundle.id().local().replaceAll("/\\d+$", ""))),
                escaped(told(layout)),
                STYLE,
                words.language()));
    for (Lane lane : Lane.values()) {
      svg.append(
          "<text class=\"lane\" x=\"%d\" y=\"22\">%s</text>\n"
              .formatted(lane.x(), escaped(words.say(lane.title()))));
    }
    layout.lines().forEach(line -> line(line, svg));
    layout.boxes().forEach(box -> box(box, svg));
    return svg.append("</svg>\n").toString();
  }

  /** The activities in a sentence each. */
  private static String told(Layout layout) {
    return layout.boxes().stream()
        .filter(box -> box.lane() == Lane.ACTIVITIES)
        .map(box ->
            layout.lines().stream()
                    .filter(
                        line -> line.kind() == Relation.Kind.ASSOCIATION && line.from().equals(box))
                    .map(line -> line.to().element().label())
                    .collect(Collectors.joining(", "))
                + ": "
                + String.join(" ", box.words()))
        .collect(Collectors.joining(". ", "", "."));
  }

  private static void box(Box box, StringBuilder svg) {
    svg.append(
        "<g class=\"%s\"><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
            .formatted(
                box.element().kind().word(),
                escaped(box.element().id().uri()),
                box.lane().x(),
                box.y(),
                Layout.BOX_WIDTH,
                box.height(),
                box.lane() == Lane.AGENTS ? 14 : 4));
    for (int at = 0; at < box.words().size(); at++) {
      svg.append(
          "<text%s x=\"%d\" y=\"%d\">%s</text>"
              .formatted(
                  at == 0 ? " class=\"first\"" : "",
                  box.lane().x() + Layout.PADDING,
                  box.y() + Layout.PADDING + Layout.LINE_HEIGHT * (at + 1) - 4,
                  escaped(box.words().get(at))));
    }
    svg.append("</g>\n");
  }

  /**
   * Between lanes from side to side; within one by an arc beside it, or straight to a neighbour.
   */
  private static void line(Line line, StringBuilder svg) {
    Box from = line.from();
    Box to = line.to();
    int right = to.lane().x() + Layout.BOX_WIDTH;
    String path;
    if (from.lane() == to.lane()) {
      int out = right + Math.min(24, 6 + Math.abs(from.y() - to.y()) / 30);
      path =
          "M%d %dC%d %d %d %d %d %d"
              .formatted(
                  right, from.y() + 8, out, from.y() + 8, out, to.middle(), right, to.middle());
    } else {
      boolean leftwards = to.lane().x() < from.lane().x();
      int start = leftwards ? from.lane().x() : from.lane().x() + Layout.BOX_WIDTH;
      int end = leftwards ? right : to.lane().x();
      int half = (start + end) / 2;
      path =
          "M%d %dC%d %d %d %d %d %d"
              .formatted(
                  start, from.middle(), half, from.middle(), half, to.middle(), end, to.middle());
    }
    svg.append(
        "<path class=\"%s\" d=\"%s\" marker-end=\"url(#end)\"/>\n"
            .formatted(line.kind().word(), path));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String digest() {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
