package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.identity.LocalIdentity.Person;

/**
 * A browser that runs scripts: the Chromium of this machine. What goes wrong on its pages without
 * anybody asking is kept.
 */
final class Chromium implements AutoCloseable {
  private static final String NAMED = System.getenv("DEFTER_CHROMIUM");
  private static final Path PROGRAM =
      Path.of(NAMED == null || NAMED.isBlank() ? "/usr/bin/chromium" : NAMED);

  /** It is to talk to the archive alone. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final URI archive;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();

  /**
   * Starts it.
   *
   * @throws AssertionError when this machine has none, saying what to do
   */
  Chromium(URI archive) {
    assertThat(Files.isExecutable(PROGRAM))
        .as(
            "this test needs Chromium, and there is none at %s: install it (on Debian: apt-get"
                + " install chromium), or name the program in the environment variable DEFTER_CHROMIUM",
            PROGRAM)
        .isTrue();
    this.archive = archive;
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
  }

  /** A page that was opened by a reader of English. */
  Page open(String path, ColorScheme colors) {
    return open(path, new NewContextOptions().setLocale("en-GB").setColorScheme(colors));
  }

  /**
   * A page that was opened by a reader of another language.
   *
   * @param width of the window, in pixels
   */
  Page openIn(String language, int width, String path) {
    return open(path, new NewContextOptions().setLocale(language).setViewportSize(width, 900));
  }

  private Page open(String path, NewContextOptions reading) {
    BrowserContext reader = browser.newContext(reading);
    reader.onRequest(request -> {
      if (!request.url().startsWith(archive.toString())) {
        complaints.add("asked for " + request.url());
      }
    });
    reader.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text() + " " + message.location());
      }
    });
    reader.onWebError(thrown -> complaints.add(thrown.error()));
    Page page = reader.newPage();
    page.navigate(archive.resolve(path).toString());
    return page;
  }

  /** A page that was opened by somebody who signed in on the way to it. */
  Page openAs(Person person, String path) {
    Page page = open("/sign-in?back=" + path, ColorScheme.LIGHT);
    signIn(page, person);
    page.waitForURL(archive.resolve(path).toString());
    return page;
  }

  /** Says on the archive's own form who it is. */
  static void signIn(Page page, Person person) {
    page.locator("input[name=username]").fill(person.name());
    page.locator("input[name=password]").fill(person.password());
    page.locator("main button[type=submit]").click();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** A text file for an upload. */
  static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a fact's page says once it has checked the fact's history with a public key. */
  static String checked(Page fact, String key) {
    Locator said = fact.locator("#proof-said");
    fact.locator("#proof-check input[name=key]").fill(key);
    fact.locator("#proof-check button").click();
    fact.waitForCondition(() -> said.textContent().matches("(?s)(Proven|Refused).*"));
    return said.textContent();
  }

  /** Errors in scripts, and requests to anybody but the archive, on all pages so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
