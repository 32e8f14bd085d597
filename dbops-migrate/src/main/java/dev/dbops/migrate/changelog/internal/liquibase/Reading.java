package dev.dbops.migrate.changelog.internal.liquibase;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbops.migrate.changelog.ChangelogComment;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.internal.LoadedFile;
import dev.dbops.migrate.changelog.internal.MappedText;
import dev.dbops.migrate.changelog.internal.Problems;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;

/** The state of reading one changelog with all that it includes; used by one thread. */
final class Reading {
  private final ChangelogOptions options;
  private final SearchPathAccessor accessor;
  private final ChangeLogParameters parameters;
  private final Map<String, SourceFile> texts = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<ReadProblem> problems = new ArrayList<>();
  private final Set<ChangelogComment> comments = new LinkedHashSet<>();

  Reading(ChangelogOptions options, SearchPathAccessor accessor, ChangeLogParameters parameters) {
    this.options = options;
    this.accessor = accessor;
    this.parameters = parameters;
  }

  ChangeLogParameters parameters() {
    return parameters;
  }

  /** Of SQL files that say nothing else. */
  Charset encoding() {
    return options.encoding();
  }

  List<ReadProblem> problems() {
    return problems;
  }

  Set<ChangelogComment> comments() {
    return comments;
  }

  /** Notes the {@code comment} of a changeset, which is all the comment that JSON has. */
  void note(NodeMark comment) {
    String text = comment.text().get().text().trim();
    if (text.contains("dbops:")) {
      comments.add(new ChangelogComment(comment.span(), text));
    }
  }

  void report(ReadProblem problem) {
    problems.add(problem);
  }

  void reportMissing(NodeMark include, String path) {
    report(
        include.span().end() == 0
            ? Problems.missing(path)
            : new ReadProblem(
                include.span(),
                "The included file " + path + " does not exist",
                "correct the path, or add the folder that it starts from to the search path"));
  }

  private static boolean isXml(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  String sibling(String path, String other) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return DatabaseChangeLog.normalizePath(folder + other);
  }

  boolean exists(String path) {
    return file(path).isPresent();
  }

  /** The text of a file as reports show it, in the encoding that the runner assumes. */
  SourceFile text(String path) {
    return text(path, options.encoding());
  }

  SourceFile text(String path, Charset declared) {
    return texts.computeIfAbsent(
        path,
        p ->
            file(p)
                .map(file -> file.text(declared, this::report))
                .orElseGet(() -> SourceFile.of(p, "")));
  }

  private Optional<LoadedFile> file(String path) {
    try {
      return accessor.file(path);
    } catch (IOException e) {
      report(Problems.unreadable(path, e));
      return Optional.empty();
    }
  }

  /** Reads the changelog that the user named, as if an empty one included it. */
  DatabaseChangeLog loadRoot(String path) throws LiquibaseException {
    NodeMark nowhere = whole(SourceFile.of(path, ""));
    TolerantChangeLog root =
        new TolerantChangeLog(
            "", this, new NodeMarks(new ParsedNode(null, ""), nowhere, false), nowhere);
    root.include(
        path,
        false,
        true,
        accessor,
        null,
        null,
        false,
        null,
        DatabaseChangeLog.OnUnknownFileFormat.FAIL,
        null);
    return root;
  }

  /**
   * Reads an XML, YAML or JSON file; what cannot be read is reported and left out.
   *
   * @param parent the changelog that includes it
   * @param include where it is included
   */
  DatabaseChangeLog load(String path, DatabaseChangeLog parent, NodeMark include) {
    String name = DatabaseChangeLog.normalizePath(path);
    int before = problems.size();
    SourceFile file = text(path, isXml(path) ? XmlText.encoding(file(path)) : UTF_8);
    boolean misencoded = problems.size() > before;
    if (open.contains(name)) {
      report(
          new ReadProblem(
              include.span(),
              file.path() + " includes itself" + circle(name),
              "remove this include"));
    } else if (file.text().isBlank()) {
      report(
          Problems.ofFile(
              file.path(), file.path() + " is empty", "write a changelog into it, or remove it"));
    } else {
      open.push(name);
      try {
        NodeParser parser = isXml(path) ? new XmlNodes() : new YamlNodes();
        ParsedNode node = parser.nodes(path, parameters, accessor);
        NodeMark mark = mark(file);
        TolerantChangeLog changeLog =
            new TolerantChangeLog(name, this, new NodeMarks(node, mark, isXml(path)), mark);
        changeLog.setParentChangeLog(parent);
        changeLog.setRootChangeLog(parent.getRootChangeLog());
        changeLog.load(node, accessor);
        return changeLog;
      } catch (LiquibaseException | ParsedNodeException | RuntimeException | StackOverflowError e) {
        if (!misencoded) {
          report(Failure.inFile(file, e));
        }
      } finally {
        open.pop();
      }
    }
    return new DatabaseChangeLog(name);
  }

  /** The files between a file and its inclusion of itself. */
  private String circle(String name) {
    List<String> between = open.stream().takeWhile(file -> !file.equals(name)).toList();
    return between.isEmpty() ? "" : " by way of " + String.join(", ", between);
  }

  private NodeMark mark(SourceFile file) {
    List<ChangelogComment> found = new ArrayList<>();
    NodeMark whole = whole(file);
    try {
      NodeMark root =
          isXml(file.path())
              ? XmlMarks.read(file, found)
              : YamlMarks.read(file, found).child("databaseChangeLog").orElse(whole);
      comments.addAll(found);
      return root;
    } catch (RuntimeException placesUnknown) {
      return whole;
    }
  }

  static NodeMark whole(SourceFile file) {
    return new NodeMark("", file.whole(), List.of(), () -> MappedText.of(file.whole()));
  }
}
