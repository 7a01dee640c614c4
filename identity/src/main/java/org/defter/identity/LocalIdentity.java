package org.defter.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people and the key of an archive on one machine, in a folder of its data directory. Whoever
 * can read that folder runs the archive, and may speak for anybody in it. Names and passwords are
 * made at random for each archive; there is no default one.
 */
public final class LocalIdentity {

  /** Whom tokens are for: this archive. Also the id of the client that people sign in by. */
  public static final String AUDIENCE = "defter";

  private static final Duration LIFE = Duration.ofHours(1);
  private static final int KEY_BITS = 2048;
  private static final int PASSWORD_BYTES = 12;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final RSAKey key;
  private final List<Person> people;
  private final String issuer;

  private LocalIdentity(RSAKey key, List<Person> people, String issuer) {
    this.key = key;
    this.people = people;
    this.issuer = issuer;
  }

  /**
   * Somebody who can sign in.
   *
   * @param password in plain words, since the folder is the operator's own
   */
  public record Person(String name, List<String> roles, String password) {
    public Person {
      roles = List.copyOf(roles);
    }
  }

  /**
   * The identity in this folder, which is made when it is not there: one at a time, since both
   * services are started at once, and each would make a key of its own.
   *
   * @param issuer the archive's address
   */
  public static synchronized LocalIdentity in(Path folder, String issuer) {
    try {
      Path key = folder.resolve("key.json");
      Path people = folder.resolve("people.json");
      if (!Files.exists(key)) {
        Files.createDirectories(folder);
        RSAKey fresh =
            new RSAKeyGenerator(KEY_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        write(people, JSON.writeValueAsString(newPeople()), "rw-------");
        write(publicKeys(folder), new JWKSet(fresh).toString(true), "rw-r--r--");
        write(key, fresh.toJSONString(), "rw-------");
      }
      return new LocalIdentity(
          RSAKey.parse(Files.readString(key)),
          JSON.readValue(Files.readString(people), new TypeReference<List<Person>>() {}),
          issuer);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read or write in " + folder, unreadable);
    } catch (JOSEException | ParseException | JacksonException unfit) {
      throw new IllegalStateException(
          "what is in %s cannot be read: move it away, and it is made anew".formatted(folder),
          unfit);
    }
  }

  /** Where the public half of the key is: a JWK set (RFC 7517). */
  public static Path publicKeys(Path folder) {
    return folder.resolve("keys.json");
  }

  /** Who can sign in. */
  public List<Person> people() {
    return people;
  }

  /** What tokens are signed with. */
  public RSAKey key() {
    return key;
  }

  /** An access token (RFC 9068), good for an hour. */
  public String token(String subject, List<String> roles) {
    return token(subject, null, roles);
  }

  /**
   * The same, of somebody whom people know by a name.
   *
   * @param name null for none
   */
  public String token(String subject, @Nullable String name, List<String> roles) {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(AUDIENCE)
                .claim("name", name)
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException unfit) {
      throw new IllegalStateException("the archive's own key does not sign", unfit);
    }
    return token.serialize();
  }

  private static List<Person> newPeople() {
    SecureRandom random = new SecureRandom();
    return Arrays.stream(Role.values())
        .map(role -> {
          byte[] bytes = new byte[PASSWORD_BYTES];
          random.nextBytes(bytes);
          return new Person(
              role.word(),
              List.of(role.word()),
              Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        })
        .toList();
  }

  private static void write(Path file, String content, String permissions) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.writeString(fresh, content + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
