package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.imageio.ImageIO;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reader's own browser checks a fact's history, and believes neither the archive nor the way. */
class ProofInTheBrowserIT {
  private static final String FACT = "/facts/proven-lamp";

  /** So many of the bytes of the file, evenly spread, the first and the last among them. */
  private static final int CHANGED_BYTES = 25;

  @AutoClose private static Chromium chromium;
  private static String key;

  @BeforeAll
  static void recordAFactAndCorrectIt() {
    chromium = new Chromium(Archive.stack().publicUri());
    try (Client client = new Client(Archive.stack().publicUri())) {
      Lighthouse.register(client);
      assertThat(client.command("facts", Lighthouse.fact("proven-lamp", 7)).status())
          .isEqualTo(201);
      Client.Answer corrected =
          client.command(
              "facts/proven-lamp/corrections",
              """
              {"changes": {"value": {"type": "quantity", "amount": "8"}},
               "reason": {"type": "better-source", "text": "measured again"}}
              """,
              "If-Match",
              "\"1\"");
      assertThat(corrected.status()).as("%s", corrected.json()).isEqualTo(200);
      String read = "facts/proven-lamp/history?wait=30&after=" + corrected.text("receipt");
      assertThat(client.get(read).status()).isEqualTo(200);
    }
    key = Archive.shell().answer("curl -s \"$ARCHIVE/log/keys\"").at("/0/verifier").asString();
  }

  @AfterEach
  void nothingWentWrongUnasked() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void provesAHistoryWithTheArchivesKey() {
    Page page = chromium.open(FACT, ColorScheme.LIGHT);

    assertThat(Chromium.checked(page, key))
        .startsWith("Proven: versions 1 to 2 are in the archive's signed log of ");
  }

  /** One of the same name, as whoever forges a log would make. */
  @Test
  void refusesAHistoryThatAnotherKeySigned() {
    String name = VerifierKey.parse(key).name();
    String other =
        SignerKey.generate(name, SignatureType.NOTE, new SecureRandom()).verifier().toString();
    Page page = chromium.open(FACT, ColorScheme.LIGHT);

    assertThat(Chromium.checked(page, other))
        .startsWith("Refused, nothing is proven: none of the given keys is that of " + name);
    assertThat(Chromium.checked(page, "no key at all")).startsWith("Refused, nothing is proven: ");
    assertThat(Chromium.checked(page, key)).startsWith("Proven: ");
  }

  @Test
  void refusesAFileOfWhichOneByteWasChangedOnItsWay() {
    Page page = chromium.open(FACT, ColorScheme.LIGHT);
    for (int at = 0; at < CHANGED_BYTES; at++) {
      changeAByteOfTheFile(page, at / (CHANGED_BYTES - 1.0));
      assertThat(Chromium.checked(page, key))
          .as("byte %d of %d", at, CHANGED_BYTES)
          .startsWith("Refused, nothing is proven: ");
      page.unroute("**/evidence");
    }
    assertThat(Chromium.checked(page, key)).startsWith("Proven: ");
  }

  /**
   * Stands between the archive and the browser.
   *
   * @param where in the file: from 0, its beginning, to 1, its end
   */
  private static void changeAByteOfTheFile(Page page, double where) {
    page.route(
        "**/evidence",
        route -> {
          var given = route.fetch();
          byte[] file = given.body();
          file[(int) Math.round(where * (file.length - 1))] ^= 1;
          route.fulfill(new FulfillOptions().setResponse(given).setBodyBytes(file));
        });
  }

  @Test
  void drawsTheProvenanceForReadersInTheDarkToo() throws IOException {
    double light = brightness("light", ColorScheme.LIGHT);
    double dark = brightness("dark", ColorScheme.DARK);

    assertThat(light).isGreaterThan(0.7);
    assertThat(dark).isLessThan(0.4);
  }

  /** How bright the picture is on the whole: from 0, black, to 1, white. */
  private static double brightness(String name, ColorScheme colors) throws IOException {
    Page page = chromium.open(FACT, colors);
    Locator picture = page.locator("img.picture");
    picture.scrollIntoViewIfNeeded();
    page.waitForFunction("() => document.querySelector('img.picture').naturalWidth > 0");
    byte[] png =
        picture.screenshot(
            new ScreenshotOptions().setPath(Path.of("target", "provenance-" + name + ".png")));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum / (3.0 * 255 * image.getHeight() * image.getWidth());
  }
}
