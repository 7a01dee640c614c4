package org.defter.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where signing in begins, and where it leads back to. */
@Controller
class SignInPage {

  static final String ADDRESS = "/sign-in";
  static final String FAILED = ADDRESS + "/failed";

  private static final String BACK = SignInPage.class.getName() + ".back";
  private static final String AT_THE_PROVIDER =
      "/oauth2/authorization/" + SecurityConfiguration.PROVIDER;

  /**
   * Goes to the provider.
   *
   * @param back the page of this archive to come back to
   */
  @GetMapping(ADDRESS)
  String begin(@RequestParam(defaultValue = "/") String back, HttpSession session) {
    session.setAttribute(BACK, isHere(back) ? back : "/");
    return "redirect:" + AT_THE_PROVIDER;
  }

  /** The form of an archive that knows its people itself. */
  @GetMapping(LocalProvider.FORM)
  String form(@RequestParam(required = false) @Nullable String refused, Model model) {
    model.addAttribute("refused", refused);
    return "sign-in";
  }

  /** The provider said no, or nothing. */
  @GetMapping(FAILED)
  String failed(Model model) {
    model.addAttribute("refused", "provider");
    return "sign-in-failed";
  }

  static void goBack(
      HttpServletRequest request, HttpServletResponse response, Authentication person)
      throws IOException {
    HttpSession session = request.getSession();
    Object back = session.getAttribute(BACK);
    session.removeAttribute(BACK);
    response.sendRedirect(back instanceof String page ? page : "/");
  }

  /** Not an address of another site, however browsers may read it. */
  static boolean isHere(String back) {
    return back.startsWith("/")
        && !back.startsWith("//")
        && back.chars().allMatch(SignInPage::isPlain);
  }

  private static boolean isPlain(int character) {
    return character > ' ' && character != '\\' && character < 127;
  }
}
