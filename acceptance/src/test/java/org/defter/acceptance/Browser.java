package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defter.identity.LocalIdentity.Person;

/** Reads pages and presses buttons, as a browser does that runs no scripts. */
final class Browser implements AutoCloseable {
  private static final Pattern FORM =
      Pattern.compile(
          "<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
  private static final Pattern INPUT =
      Pattern.compile("<input(?=[^>]*name=\"([^\"]*)\")(?:[^>]*value=\"([^\"]*)\")?[^>]*>");
  private static final Pattern BUTTON =
      Pattern.compile("<button name=\"([^\"]*)\" value=\"([^\"]*)\">([^<]*)</button>");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .cookieHandler(new CookieManager())
          .build();
  private final URI archive;

  Browser(URI archive) {
    this.archive = archive;
  }

  /**
   * A page that was shown.
   *
   * @param address after all redirects
   */
  record Page(URI address, int status, String html) {

    /** The first form that has this in it. */
    Form form(String about) {
      Matcher form = FORM.matcher(html);
      while (form.find()) {
        if (form.group().contains(about)) {
          return new Form(unescaped(form.group(1)), form.group(), fields(form.group()));
        }
      }
      throw new AssertionError("no form about " + about + " in " + html);
    }

    private static Map<String, String> fields(String form) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher input = INPUT.matcher(form);
      while (input.find()) {
        fields.put(input.group(1), input.group(2) == null ? "" : unescaped(input.group(2)));
      }
      return fields;
    }
  }

  /** A form, with what stands in its fields. */
  record Form(String action, String html, Map<String, String> fields) {

    Form typing(String field, String text) {
      assertThat(html).contains("name=\"" + field + "\"");
      Map<String, String> typed = new LinkedHashMap<>(fields);
      typed.put(field, text);
      return new Form(action, html, typed);
    }

    /** With the first button of these words pressed. */
    private Form pressing(String words) {
      Matcher button = BUTTON.matcher(html);
      while (button.find()) {
        if (unescaped(button.group(3)).equals(words)) {
          Map<String, String> pressed = new LinkedHashMap<>(fields);
          pressed.put(button.group(1), unescaped(button.group(2)));
          return new Form(action, html, pressed);
        }
      }
      throw new AssertionError("no button '" + words + "' in " + html);
    }
  }

  /** Goes through the archive's own form. */
  Browser signIn(String name) {
    Page form = open("/sign-in");
    Person person = Archive.person(name);
    String body =
        "username=%s&password=%s".formatted(encoded(person.name()), encoded(person.password()));
    Page back =
        send(
            HttpRequest.newBuilder(form.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    assertThat(back.html()).contains("/sign-out");
    return this;
  }

  Page open(String path) {
    return send(HttpRequest.newBuilder(archive.resolve(path)));
  }

  /** Presses a button. */
  Page press(Form form, String button) {
    return press(form, button, "same-origin");
  }

  /** Presses a button of a form that stands on a page of this or another site. */
  Page press(Form form, String button, String fetchSite) {
    String body =
        form.pressing(button).fields().entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(archive.resolve(form.action()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", fetchSite)
            .POST(BodyPublishers.ofString(body)));
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.header("Accept", "text/html").timeout(Duration.ofSeconds(40)).build(),
              BodyHandlers.ofString());
      return new Page(answer.uri(), answer.statusCode(), answer.body());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
