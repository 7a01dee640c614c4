package org.defter.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignOutTest {

  @Test
  void letsFormsLeadToTheProviderAndNowhereElse() {
    assertThat(new SignOut("https://id.example:8443/realms/defter/logout?x=y").origin())
        .isEqualTo("https://id.example:8443");
    assertThat(new SignOut("").origin()).isEmpty();
  }
}
