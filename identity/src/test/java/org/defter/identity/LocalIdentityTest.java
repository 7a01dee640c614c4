package org.defter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {

  private static final String ISSUER = "http://archive.example";

  @TempDir private Path folder;

  @Test
  void isMadeOnceForEachArchive() {
    LocalIdentity made = LocalIdentity.in(folder.resolve("one"), ISSUER);
    LocalIdentity again = LocalIdentity.in(folder.resolve("one"), ISSUER);
    LocalIdentity other = LocalIdentity.in(folder.resolve("other"), ISSUER);

    assertThat(again.people()).isEqualTo(made.people());
    assertThat(again.key()).isEqualTo(made.key());
    assertThat(other.people()).doesNotContainAnyElementsOf(made.people());
    assertThat(made.people())
        .extracting(LocalIdentity.Person::name)
        .containsExactly("researcher", "archivist", "reviewer", "auditor", "administrator");
  }

  @Test
  void keepsItsSecretsToItsOwner() throws Exception {
    LocalIdentity.in(folder, ISSUER);

    for (String secret : List.of("key.json", "people.json")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(LocalIdentity.publicKeys(folder))).doesNotContain("\"d\"");
  }

  @Test
  void makesTokensThatItsPublishedKeyVerifies() throws Exception {
    LocalIdentity identity = LocalIdentity.in(folder, ISSUER);

    SignedJWT token = SignedJWT.parse(identity.token("ann", "Ann Berg", List.of("archivist")));

    JWKSet published = JWKSet.load(LocalIdentity.publicKeys(folder).toFile());
    assertThat(
            token.verify(
                new RSASSAVerifier(
                    published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ann");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(ISSUER);
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("defter");
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("archivist");
    assertThat(token.getJWTClaimsSet().getExpirationTime()).isInTheFuture();
  }
}
