package org.defter.core.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.defter.core.value.InvalidValue;

/** Ed25519 (RFC 8032) of the JDK, by the 32 bytes of its keys. */
final class Ed25519 {

  static final int KEY_LENGTH = 32;

  private static final String NAME = "Ed25519";

  /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static PublicKey publicKey(byte[] bytes) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
    System.arraycopy(bytes, 0, encoded, X509.length, KEY_LENGTH);
    try {
      return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException _) {
      throw new InvalidValue("key", "is no Ed25519 public key");
    }
  }

  /** The public key of a private one, whose 32 bytes are the seed of RFC 8032. */
  static byte[] publicBytes(byte[] seed) {
    try {
      // The JDK computes a public key only where it makes a pair: from «random» bytes, here ours.
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      generator.initialize(NamedParameterSpec.ED25519, new Always(seed));
      byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, X509.length, encoded.length);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(NAME)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(NAME);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static final class Always extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Always(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
