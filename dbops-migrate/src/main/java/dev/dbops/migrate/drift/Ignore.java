package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.error.CloseMatch;
import dev.dbops.migrate.error.DbopsException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
  private static final String ATTRIBUTE = "attribute ";
  private static final String OWNED_BY = "owned by ";
  private static final String HOW =
      "write it as table public.tmp_*, as column public.orders.*, attribute storage, or as"
          + " * *, owned by importer";

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

  /**
   * A rule in words, such as {@code table public.tmp_*}, {@code column public.orders.*, attribute
   * storage} or {@code * *, owned by importer}.
   *
   * @throws DbopsException if it names no kind
   */
  public static Ignore parse(String words, String reason) {
    String[] parts = words.strip().split(",\\s*");
    String kind = kind(parts[0]);
    String attribute = "";
    String owner = ANY;
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      if (part.startsWith(ATTRIBUTE)) {
        attribute = part.substring(ATTRIBUTE.length()).strip();
      } else if (part.startsWith(OWNED_BY)) {
        owner = part.substring(OWNED_BY.length()).strip();
      } else {
        throw new DbopsException(
            "\"" + part + "\" says nothing about what to ignore (" + words + ")", HOW);
      }
    }
    return new Ignore(kind, parts[0].substring(kind.length()).strip(), attribute, owner, reason);
  }

  /** The kind that the words begin with: some have several words. */
  private static String kind(String words) {
    String first = words.split(" ", 2)[0];
    List<String> known = FactKinds.all().stream().map(FactKind::name).toList();
    return known.stream()
        .filter(name -> words.startsWith(name + " "))
        .max(Comparator.comparing(String::length))
        .or(() -> Optional.of(first).filter(pattern -> pattern.contains(ANY)))
        .filter(kind -> words.length() > kind.length() + 1)
        .orElseThrow(
            () ->
                new DbopsException(
                    "\"" + words + "\" does not name a kind and an object to ignore",
                    CloseMatch.question(first, known) + HOW));
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
      text.append(", " + ATTRIBUTE).append(attribute);
    }
    if (!owner.equals(ANY)) {
      text.append(", " + OWNED_BY).append(owner);
    }
    return text.append(": ").append(reason).toString();
  }
}
