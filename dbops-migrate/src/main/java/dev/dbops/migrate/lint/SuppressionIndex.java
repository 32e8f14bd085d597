package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogComment;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The suppressions of the changesets that are linted. What a comment refers to follows from where
 * it stands: the statement that it is in, that ends on its line, or that comes next.
 */
final class SuppressionIndex {
  /** Findings taken apart by whether a suppression accepts them. */
  record Split(
      List<Finding> reported,
      List<LintReport.Suppressed> suppressed,
      List<Suppression> unused,
      List<ReadProblem> problems) {}

  /** What stands in one file: the places that suppressions can refer to, and the comments. */
  private static final class FileContents {
    private final List<SourceSpan> changeSets = new ArrayList<>();
    private final List<SourceSpan> statements = new ArrayList<>();
    private final Set<SuppressionComment> comments = new LinkedHashSet<>();
  }

  private final RuleSet rules;
  private final Map<SourceFile, FileContents> files = new LinkedHashMap<>();
  private final List<ChangelogComment> changelogComments;

  SuppressionIndex(Changelog changelog, RuleSet rules) {
    this.rules = rules;
    this.changelogComments = changelog.comments();
  }

  /** Takes in a changeset that is linted. */
  void add(ChangeSet changeSet, List<RawStatement> statements) {
    contents(changeSet.span().file()).changeSets.add(changeSet.span());
    for (Change change : changeSet.changes()) {
      if (change instanceof Change.NotAnalysed opaque) {
        contents(opaque.span().file()).statements.add(opaque.span());
      }
    }
    for (RawStatement raw : statements) {
      SourceSpan span = raw.span();
      FileContents contents = contents(span.file());
      contents.statements.add(span);
      for (RawStatement.Comment comment : raw.comments()) {
        SourceSpan at = raw.sql().locate(comment.start(), comment.end());
        SuppressionComment.read(at, comment.text()).ifPresent(contents.comments::add);
      }
    }
  }

  private FileContents contents(SourceFile file) {
    FileContents known = files.get(file);
    if (known != null) {
      return known;
    }
    FileContents contents = new FileContents();
    files.put(file, contents);
    if (file.path().endsWith(".sql") && SuppressionComment.isIn(file.text())) {
      readSqlComments(file, contents);
    }
    return contents;
  }

  /** Liquibase strips comments from what it sends, so they are read from the file itself. */
  private static void readSqlComments(SourceFile file, FileContents contents) {
    Tokens comments =
        Lexer.lex(file.text())
            .only(kind -> kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT);
    for (int i = 0; i < comments.size(); i++) {
      SourceSpan span = file.span(comments.start(i), comments.end(i));
      boolean block = comments.is(i, TokenKind.BLOCK_COMMENT);
      String text = comments.text(i).substring(2, comments.text(i).length() - (block ? 2 : 0));
      SuppressionComment.read(span, text.strip()).ifPresent(contents.comments::add);
    }
  }

  Split split(List<Finding> findings) {
    for (ChangelogComment comment : changelogComments) {
      FileContents contents = files.get(comment.span().file());
      if (contents != null) {
        SuppressionComment.read(comment.span(), comment.text()).ifPresent(contents.comments::add);
      }
    }
    List<Suppression> suppressions = new ArrayList<>();
    List<ReadProblem> problems = new ArrayList<>();
    files.forEach((file, contents) -> resolve(contents, suppressions, problems));
    List<Finding> reported = new ArrayList<>();
    List<LintReport.Suppressed> suppressed = new ArrayList<>();
    Set<Suppression> used = new LinkedHashSet<>();
    for (Finding finding : findings) {
      Optional<Suppression> by =
          suppressions.stream().filter(each -> accepts(each, finding)).findFirst();
      by.ifPresentOrElse(
          suppression -> {
            used.add(suppression);
            suppressed.add(new LintReport.Suppressed(finding, suppression));
          },
          () -> reported.add(finding));
    }
    List<Suppression> unused = suppressions.stream().filter(each -> !used.contains(each)).toList();
    return new Split(reported, suppressed, unused, problems);
  }

  private void resolve(
      FileContents contents, List<Suppression> suppressions, List<ReadProblem> problems) {
    contents.statements.sort(Comparator.comparingInt(SourceSpan::start));
    contents.changeSets.sort(Comparator.comparingInt(SourceSpan::start));
    for (SuppressionComment comment : contents.comments) {
      if (comment.rules().isEmpty() || comment.reason().isEmpty()) {
        problems.add(
            new ReadProblem(
                comment.span(),
                "A suppression without a rule or a reason accepts nothing",
                "write it as -- dbops:ignore rule-id: why the danger is accepted"));
        continue;
      }
      Target target = target(comment, contents);
      for (String rule : comment.rules()) {
        if (rules.knows(rule)) {
          suppressions.add(
              new Suppression(
                  rule, comment.reason(), target.scope(), comment.span(), target.span()));
        } else {
          problems.add(
              new ReadProblem(
                  comment.span(), "There is no rule \"" + rule + "\"", rules.remedyFor(rule)));
        }
      }
    }
  }

  private record Target(Suppression.Scope scope, Optional<SourceSpan> span) {}

  private static Target target(SuppressionComment comment, FileContents contents) {
    if (comment.scope() == Suppression.Scope.FILE) {
      return new Target(Suppression.Scope.FILE, Optional.empty());
    }
    SourceSpan at = comment.span();
    Optional<SourceSpan> changeSet =
        contents.changeSets.stream().filter(each -> each.contains(at)).findFirst();
    boolean wholeChangeSet =
        comment.scope() == Suppression.Scope.CHANGESET
            || changeSet.isEmpty()
            || at.file().path().endsWith(".json");
    if (wholeChangeSet) {
      Optional<SourceSpan> next =
          contents.changeSets.stream().filter(each -> each.start() >= at.end()).findFirst();
      return new Target(
          Suppression.Scope.CHANGESET, Optional.of(changeSet.or(() -> next).orElse(at)));
    }
    return new Target(Suppression.Scope.STATEMENT, Optional.of(statement(at, contents).orElse(at)));
  }

  private static Optional<SourceSpan> statement(SourceSpan comment, FileContents contents) {
    int line = comment.from().line();
    Optional<SourceSpan> around =
        contents.statements.stream()
            .filter(each -> each.contains(comment))
            .min(Comparator.comparingInt(each -> each.end() - each.start()));
    Optional<SourceSpan> sameLine =
        contents.statements.stream()
            .filter(each -> each.end() <= comment.start() && each.to().line() == line)
            .reduce((first, second) -> second);
    Optional<SourceSpan> next =
        contents.statements.stream().filter(each -> each.start() >= comment.end()).findFirst();
    return around.or(() -> sameLine).or(() -> next);
  }

  private boolean accepts(Suppression suppression, Finding finding) {
    RuleInfo rule = finding.rule();
    boolean sameRule =
        rule.id().equals(suppression.rule()) || rule.aliases().contains(suppression.rule());
    boolean inTarget =
        suppression
            .target()
            .map(target -> target.contains(finding.span()))
            .orElse(suppression.comment().file() == finding.span().file());
    return sameRule && inTarget;
  }
}
