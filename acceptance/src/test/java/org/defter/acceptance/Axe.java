package org.defter.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Looks for violations of WCAG 2.2 AA; what it found is left in {@code target/axe-report.tsv}. */
final class Axe {

  /** Level AA of WCAG 2.2, and what it stands on. */
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final Path REPORT = Path.of("target", "axe-report.tsv");

  static {
    try {
      Files.writeString(REPORT, "page\trules that hold\tto be looked at by people\tviolations\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Axe() {}

  /** On a page as it is now. */
  static List<String> violations(Page page, String where) {
    AxeResults found = new AxeBuilder(page).withTags(WCAG).analyze();
    report(
        "%s\t%d\t%d\t%d%n"
            .formatted(
                where,
                found.getPasses().size(),
                found.getIncomplete().size(),
                found.getViolations().size()));
    return found.getViolations().stream()
        .flatMap(rule ->
            rule.getNodes().stream()
                .map(node -> where + ": " + rule.getId() + ": " + node.getHtml()))
        .toList();
  }

  /** On a page in the light and in the dark. */
  static List<String> violationsInBothColors(Page page, String where) {
    List<String> found = new ArrayList<>();
    for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(colors));
      found.addAll(violations(page, where + " " + colors));
    }
    return found;
  }

  private static void report(String line) {
    try {
      Files.writeString(REPORT, line, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
