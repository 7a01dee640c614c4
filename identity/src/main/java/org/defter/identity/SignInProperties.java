package org.defter.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Whose tokens the archive believes (OpenID Connect Core 1.0, RFC 9068).
 *
 * @param issuer the provider's issuer identifier, as its tokens name it
 * @param keys its JWK set (RFC 7517): {@code https://…} or {@code file:…}
 * @param audience whom its tokens must be for; empty where it does not say
 * @param rolesClaim where a token has the roles, a dot for each step down: {@code roles}, {@code
 *     realm_access.roles}
 * @param nameClaim where it has the person's name
 */
@ConfigurationProperties("defter.sign-in")
public record SignInProperties(
    @Nullable String issuer,
    @Nullable Resource keys,
    @DefaultValue(LocalIdentity.AUDIENCE) String audience,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("name") String nameClaim) {

  /**
   * @throws IllegalStateException when nobody said it
   */
  String requiredIssuer() {
    return required("issuer", issuer);
  }

  /**
   * @throws IllegalStateException when nobody said it
   */
  Resource requiredKeys() {
    return required("keys", keys);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null || value.toString().isEmpty()) {
      throw new IllegalStateException(
          "set defter.sign-in.%s: without it, nobody can be told from anybody else"
              .formatted(name));
    }
    return value;
  }
}
