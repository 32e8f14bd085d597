package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.internal.MappedText;
import dev.dbops.migrate.changelog.internal.SqlComments;
import dev.dbops.migrate.changelog.internal.StatementFinder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.CreateViewChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/** Turns the changes of one changeset, in one direction, into ours. */
final class ChangeTranslation {
  /** SQL of the user's own, and what has been found in it so far. */
  private record Source(MappedText text, StatementFinder finder, List<SqlText> found) {
    Optional<SqlText> next(String sql) {
      Optional<SqlText> next = finder.next(sql);
      next.ifPresent(found::add);
      return next;
    }

    boolean isSent(int offset) {
      return found.stream().anyMatch(sql -> sql.includes(offset));
    }
  }

  private static final List<String> TEXT_KEYS = List.of("sql", "procedureText", "procedureBody");

  private final Reading reading;
  private final ChangeSet changeSet;
  // Several changes can come from one text: a rollback that Liquibase splits.
  private final IdentityHashMap<NodeMark, Optional<Source>> sources = new IdentityHashMap<>();
  private final List<dev.dbops.migrate.changelog.Change> changes = new ArrayList<>();

  ChangeTranslation(Reading reading, ChangeSet changeSet) {
    this.reading = reading;
    this.changeSet = changeSet;
  }

  void add(String kind, Change change, NodeMark place, GeneratedSql generated) {
    Optional<String> missing = file(change).filter(path -> !reading.exists(path));
    if (missing.isPresent()) {
      reading.report(
          new ReadProblem(
              place.span(),
              "The file " + missing.get() + " of this " + kind + " does not exist",
              "correct the path, or add the folder that it starts from to the search path"));
      return;
    }
    generated
        .unknown()
        .ifPresent(
            reason ->
                changes.add(
                    new dev.dbops.migrate.changelog.Change.NotAnalysed(
                        kind, place.span(), reason)));
    for (String sql : generated.statements()) {
      SqlText text =
          sources
              .computeIfAbsent(place, p -> text(change, p).map(this::source))
              .flatMap(source -> source.next(sql))
              .orElseGet(() -> SqlText.generated(sql, place.span()));
      changes.add(new dev.dbops.migrate.changelog.Change.Sql(kind, text));
    }
  }

  /** The changes so far; the comments that Liquibase keeps from the server are noted. */
  List<dev.dbops.migrate.changelog.Change> result() {
    for (Optional<Source> source : sources.values()) {
      source.ifPresent(s -> reading.comments().addAll(SqlComments.in(s.text(), s::isSent)));
    }
    return changes;
  }

  private Source source(MappedText text) {
    StatementFinder finder =
        new StatementFinder(
            text,
            placeholder ->
                reading.parameters().expandExpressions(placeholder, changeSet.getChangeLog()));
    return new Source(text, finder, new ArrayList<>());
  }

  /** The SQL that the user wrote, if the change has any. */
  private Optional<MappedText> text(Change change, NodeMark place) {
    Optional<String> file = file(change);
    if (file.isPresent()) {
      return Optional.of(MappedText.of(reading.text(file.get(), encoding(change)).whole()));
    }
    if (change instanceof RawSQLChange || change instanceof CreateProcedureChange) {
      NodeMark text =
          TEXT_KEYS.stream().flatMap(key -> place.child(key).stream()).findFirst().orElse(place);
      return Optional.of(text.text().get());
    }
    return Optional.empty();
  }

  /** The file that holds the SQL of a change, if one does. */
  private Optional<String> file(Change change) {
    if (change instanceof SQLFileChange file) {
      return path(file.getPath(), file.isRelativeToChangelogFile());
    }
    if (change instanceof CreateProcedureChange procedure) {
      return path(procedure.getPath(), procedure.isRelativeToChangelogFile());
    }
    if (change instanceof CreateViewChange view) {
      return path(view.getPath(), view.getRelativeToChangelogFile());
    }
    return Optional.empty();
  }

  private Optional<String> path(@Nullable String path, @Nullable Boolean relative) {
    return Optional.ofNullable(path)
        .map(
            name ->
                Boolean.TRUE.equals(relative)
                    ? reading.sibling(changeSet.getChangeLog().getPhysicalFilePath(), name)
                    : name);
  }

  private Charset encoding(Change change) {
    String name =
        change instanceof SQLFileChange file
            ? file.getEncoding()
            : change instanceof CreateProcedureChange procedure
                ? procedure.getEncoding()
                : change instanceof CreateViewChange view ? view.getEncoding() : null;
    return name != null && Charset.isSupported(name) ? Charset.forName(name) : reading.encoding();
  }
}
