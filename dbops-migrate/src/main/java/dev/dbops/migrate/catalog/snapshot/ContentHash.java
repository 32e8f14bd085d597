package dev.dbops.migrate.catalog.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of facts. Each text goes in with its length before it, so that none runs into the
 * next.
 */
final class ContentHash {
  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits. */
  static String of(Iterable<Fact> facts) {
    ContentHash hash = new ContentHash();
    facts.forEach(hash::add);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(Fact fact) {
    add(fact.key().kind());
    add(fact.key().name().size());
    fact.key().name().forEach(this::add);
    add(fact.content().size());
    fact.content()
        .forEach(
            (name, value) -> {
              add(name);
              add(value);
            });
    add(fact.members().size());
    fact.members().forEach(this::add);
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (number >>> shift));
    }
  }
}
