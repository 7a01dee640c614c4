package org.defter.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.defter.identity.Right;
import org.defter.identity.SignedIn;
import org.defter.query.request.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Whoever looks at a page, for its template: {@code @visitor}. */
@Component
public final class Visitor {

  private final HttpServletRequest request;
  private final MessageSource messages;
  private final boolean signInOffered;

  /**
   * @param request the one at hand, whichever thread asks
   */
  Visitor(
      HttpServletRequest request,
      MessageSource messages,
      ObjectProvider<ClientRegistrationRepository> providers) {
    this.request = request;
    this.messages = messages;
    this.signInOffered = providers.getIfAvailable() != null;
  }

  /** Who it is; null when they did not sign in. */
  public @Nullable SignedIn person() {
    return SignedIn.current();
  }

  /** Whether they have a right, for example {@code RECORD}. */
  public boolean may(String right) {
    return SignedIn.currentMay(Right.valueOf(right));
  }

  /** Their roles, in words. */
  public List<String> roles() {
    SignedIn person = person();
    return person == null
        ? List.of()
        : person.roles().stream()
            .map(role ->
                messages.getMessage("role." + role, null, role, LocaleContextHolder.getLocale()))
            .map(String::valueOf)
            .toList();
  }

  /** Whether there is anywhere to sign in. */
  public boolean signInOffered() {
    return signInOffered;
  }

  /** The address they look at, to come back to. */
  public String address() {
    return Address.asked(request);
  }
}
