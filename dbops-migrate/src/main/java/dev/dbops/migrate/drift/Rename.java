package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.FactKey;

/**
 * A guess that what is missing is there under another name: the only two of their kind in one place
 * that are alike but for that. Nothing is ever renamed by it; the repair drops the one and makes
 * the other.
 *
 * @param expected what is missing
 * @param actual what is there instead
 * @param ofDatabase the statement that gives the database the name of the migrations
 * @param ofMigrations the statement that gives the migrations, in one more, the name of the
 *     database
 */
public record Rename(FactKey expected, FactKey actual, String ofDatabase, String ofMigrations) {
  /** Such as {@code column public.orders.sum is perhaps what the migrations call total}. */
  @Override
  public String toString() {
    return "%s is perhaps what the migrations call %s".formatted(actual, expected.simpleName());
  }
}
