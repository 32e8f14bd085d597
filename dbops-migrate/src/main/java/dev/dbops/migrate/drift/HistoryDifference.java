package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Severity;

/**
 * One way in which what a database remembers of its migrations is not what the files say. Its
 * severity is that of what the runner makes of it.
 */
public sealed interface HistoryDifference {
  /** What is the matter, as a sentence without a full stop. */
  String message();

  /** What to do, as a sentence without a full stop. */
  String next();

  default Severity severity() {
    return Severity.WARNING;
  }

  /** What is the matter and what to do, in two sentences. */
  default String inWords() {
    return DbopsException.inWords(message(), next());
  }

  /**
   * The database has run it and no file has it: as after an older application is deployed again.
   */
  record WithoutFile(ChangeSetId id, String when) implements HistoryDifference {
    @Override
    public String message() {
      return "The database has run %s%s, which is in no file"
          .formatted(id, when.isEmpty() ? "" : " at " + when);
    }

    @Override
    public String next() {
      return "nothing if a newer application ran it; or else put the file back";
    }

    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /**
   * The text has changed since it ran, so that the runner refuses to go on.
   *
   * @param recorded by the database
   * @param current of the file
   */
  record ChecksumChanged(ChangeSetId id, String recorded, String current)
      implements HistoryDifference {
    @Override
    public String message() {
      return "%s was changed after it ran: its checksum was %s and is %s"
          .formatted(id, recorded, current);
    }

    @Override
    public String next() {
      return id.author().isEmpty()
          ? "restore the file, or run flyway repair if the change does nothing to the schema"
          : "restore the changeset and write another, or add <validCheckSum>"
              + recorded
              + "</validCheckSum> to it";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  /**
   * It ran after another one that stands behind it in the files.
   *
   * @param before the first that ran too early
   */
  record OutOfOrder(ChangeSetId id, ChangeSetId before) implements HistoryDifference {
    @Override
    public String message() {
      return "%s ran after %s, though it stands before it in the files".formatted(id, before);
    }

    @Override
    public String next() {
      return "see whether both orders make the same schema: a new database runs them as the files"
          + " have them";
    }
  }

  /** The database has it more than once. */
  record RecordedTwice(ChangeSetId id, String table, long times) implements HistoryDifference {
    @Override
    public String message() {
      return "%s stands %d times in %s: two runners worked at once, or somebody wrote there"
          .formatted(id, times, table);
    }

    @Override
    public String next() {
      return "delete all but the first row of it";
    }
  }

  /** Two changesets of the files have one name, which the runner refuses. */
  record NamedTwice(ChangeSetId id) implements HistoryDifference {
    @Override
    public String message() {
      return id + " stands in the files twice";
    }

    @Override
    public String next() {
      return "give the one that no database has run another id";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  /** It began and failed, and the runner refuses to go on. */
  record Failed(ChangeSetId id, String table) implements HistoryDifference {
    @Override
    public String message() {
      return "%s failed half-way, by %s".formatted(id, table);
    }

    @Override
    public String next() {
      return "undo what it has done, run flyway repair, correct the file and migrate again";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  /** Nobody can run migrations: one is running, or a runner was killed and left its lock. */
  record Locked(String table, String by, String since) implements HistoryDifference {
    @Override
    public String message() {
      return "%s is locked by %s since %s".formatted(table, by, since);
    }

    @Override
    public String next() {
      return "see whether migrations still run there; if not, run liquibase release-locks";
    }
  }

  /**
   * The files have it and the database has not run it yet.
   *
   * @param again whether an older text of it has run
   */
  record Pending(ChangeSetId id, boolean again) implements HistoryDifference {
    @Override
    public String message() {
      return again ? id + " was changed and will run again" : id + " has not run yet";
    }

    @Override
    public String next() {
      return "run the migrations";
    }

    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }
}
