package org.defter.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key that a realm signs its tokens with, and with which a test can write such as it would not.
 */
final class RealmKey {

  private static final int BITS = 2048;

  private final KeyPair pair;

  RealmKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    pair = generator.generateKeyPair();
  }

  /** Has the realm sign with it from now on; what its keys before signed stays good. */
  void addTo(KeycloakRealm realm) {
    String pem = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    realm.signWith(pem);
  }

  /** The header of a token (RFC 7515). */
  static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  /** A token that this key signed, with other claims. */
  String signed(String token, Map<String, Object> claims) throws GeneralSecurityException {
    String[] parts = token.split("\\.", -1);
    ObjectNode changed =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
    claims.forEach(changed::putPOJO);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String content =
        parts[0] + "." + encoder.encodeToString(JsonMapper.shared().writeValueAsBytes(changed));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(content.getBytes(UTF_8));
    return content + "." + encoder.encodeToString(signature.sign());
  }
}
