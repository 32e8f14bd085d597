package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.IndexColumn;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes and changes indexes. */
final class IndexReplay {
  private final SchemaEdit edit;

  IndexReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void create(CreateIndex statement) {
    TableState table = edit.known(statement.table());
    List<IndexState.Key> keys = statement.columns().stream().map(IndexReplay::key).toList();
    List<String> include = Names.values(statement.include());
    List<String> naming = new ArrayList<>(namingColumns(keys));
    naming.addAll(include);
    TableBuilder names = new TableBuilder(table);
    String name =
        statement
            .name()
            .map(Name::value)
            .orElseGet(
                () ->
                    DefaultNames.choose(
                        table.name().name(),
                        naming,
                        "idx",
                        new ConstraintReplay(edit, names)::isTaken));
    if (edit.state().relations.isTaken(table.name().sibling(name))) {
      return;
    }
    IndexState index =
        new IndexState(
            name,
            keys,
            include,
            statement.method().map(Name::value).orElse("btree"),
            statement.unique(),
            statement.predicate(),
            Optional.empty(),
            statement.only() && table.isPartitioned(),
            Optional.empty(),
            edit.unit());
    edit.change(table.id(), each -> each.indexes.put(name, index));
    if (!statement.only()) {
      addToPartitions(table, index);
    }
  }

  private void addToPartitions(TableState table, IndexState index) {
    PartitionReplay partitions = new PartitionReplay(edit);
    for (TableState partition : edit.state().partitions(table)) {
      Set<String> before = partition.indexes().keySet();
      edit.change(partition.id(), each -> partitions.addIndex(table, index, each));
      edit.state().table(partition.id()).stream()
          .flatMap(each -> each.indexes().values().stream())
          .filter(each -> !before.contains(each.name()))
          .forEach(each -> addToPartitions(partition, each));
    }
  }

  void alter(AlterIndex statement) {
    Optional<TableState> table = edit.state().tableOfIndex(statement.index());
    String name = statement.index().value();
    if (table.isEmpty() || statement.target().isEmpty()) {
      return;
    }
    String target = statement.target().get().value();
    if (statement.kind() == AlterIndex.Kind.RENAME) {
      edit.change(table.get().id(), each -> each.renameIndex(name, target));
    } else if (statement.kind() == AlterIndex.Kind.ATTACH_PARTITION) {
      edit.state()
          .tableOfIndex(statement.target().get())
          .ifPresent(
              partition ->
                  edit.change(
                      partition.id(),
                      each ->
                          each.indexes.computeIfPresent(
                              target, (key, index) -> index.withAttachedTo(Optional.of(name)))));
    }
  }

  /** The words that the server names an index after. */
  static List<String> namingColumns(IndexState index) {
    List<String> naming = new ArrayList<>(namingColumns(index.keys()));
    naming.addAll(index.include());
    return naming;
  }

  private static List<String> namingColumns(List<IndexState.Key> keys) {
    Set<String> naming = new LinkedHashSet<>();
    for (IndexState.Key key : keys) {
      String word = key.column().orElseGet(() -> wordFor(key.expression()));
      String unique = word;
      for (int suffix = 1; naming.contains(unique); suffix++) {
        unique = word + suffix;
      }
      naming.add(unique);
    }
    return List.copyOf(naming);
  }

  /** A call is named after its function, any other expression {@code expr}. */
  private static String wordFor(String expression) {
    Tokens tokens = Lexer.lex(expression);
    int i = 0;
    while (i + 1 < tokens.size() && tokens.is(i, TokenKind.LEFT_PAREN)) {
      i++;
    }
    while (tokens.is(i + 1, TokenKind.DOT)) {
      i += 2;
    }
    boolean call =
        i < tokens.size()
            && tokens.kind(i).isIdentifier()
            && tokens.is(i + 1, TokenKind.LEFT_PAREN);
    return call ? Names.identifier(tokens, i) : "expr";
  }

  private static IndexState.Key key(IndexColumn column) {
    Expression expression = column.expression();
    return new IndexState.Key(column.column().map(Name::value), expression.text());
  }
}
