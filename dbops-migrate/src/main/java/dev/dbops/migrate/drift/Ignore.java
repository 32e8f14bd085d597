package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.FactKey;

/**
 * Things whose differences do not count, with all their parts and what is said about them.
 *
 * @param kind a pattern for the kind, such as {@code grant} or {@code *}
 * @param object a pattern for the parts of the name with dots between them, such as {@code
 *     public.tmp_*}
 * @param attribute a pattern for the attributes that do not count; empty if nothing of it counts
 * @param owner a pattern for the role that owns it; {@code *} for any, of what has no owner too
 * @param reason why, for the readers of the report
 */
public record Ignore(String kind, String object, String attribute, String owner, String reason) {
  private static final String ANY = "*";

  /** Things of a kind by their names. */
  public static Ignore object(String kind, String object, String reason) {
    return new Ignore(kind, object, "", ANY, reason);
  }

  /** Attributes of things. */
  public static Ignore attribute(String kind, String object, String attribute, String reason) {
    return new Ignore(kind, object, attribute, ANY, reason);
  }

  /** Whatever a role owns. */
  public static Ignore ownedBy(String owner, String reason) {
    return new Ignore(ANY, ANY, "", owner, reason);
  }

  boolean hides(FactKey key, String ownedBy) {
    return attribute.isEmpty() && isAbout(key, ownedBy);
  }

  boolean hides(FactKey key, String ownedBy, String name) {
    return !attribute.isEmpty() && matches(attribute, name) && isAbout(key, ownedBy);
  }

  private boolean isAbout(FactKey key, String ownedBy) {
    return matches(kind, key.kind())
        && matches(object, String.join(".", key.name()))
        && matches(owner, ownedBy);
  }

  /** {@code *} stands for any characters, all others for themselves. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Such as {@code table public.databasechangelog: Liquibase's own}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind).append(' ').append(object);
    if (!attribute.isEmpty()) {
      text.append(", attribute ").append(attribute);
    }
    if (!owner.equals(ANY)) {
      text.append(", owned by ").append(owner);
    }
    return text.append(": ").append(reason).toString();
  }
}
