package dev.dbops.migrate.sql;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints a statement of the model to be read and compared: a line for each record that has a place
 * of its own, with the text at that place in angle quotes. What is false, empty or absent is left
 * out.
 */
final class Outline {
  private final String sql;
  private final StringBuilder lines = new StringBuilder();

  private Outline(String sql) {
    this.sql = sql;
  }

  static String of(Statement statement, String sql) {
    Outline outline = new Outline(sql);
    outline.print((Record) statement, "");
    return outline.lines.toString().stripTrailing();
  }

  private void print(Record record, String indent) {
    List<Record> below = new ArrayList<>();
    lines.append(indent).append(record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!component.getName().equals("span")) {
        lines.append(described(component.getName(), value(record, component), below));
      }
    }
    if (!indent.isEmpty()) {
      spanOf(record).ifPresent(span -> lines.append(' ').append(at(span)));
    }
    lines.append('\n');
    below.forEach(each -> print(each, indent + "  "));
  }

  /** A component within the line; records with a place of their own go below. */
  private String described(String name, Object value, List<Record> below) {
    if (value instanceof Optional<?> optional) {
      return optional.map(present -> described(name, present, below)).orElse("");
    }
    if (value instanceof Boolean flag) {
      return flag ? " " + name : "";
    }
    if (value instanceof List<?> list) {
      return list(name, list, below);
    }
    if (value instanceof Set<?> set) {
      return list(name, set.stream().sorted().toList(), below);
    }
    if (value instanceof ProcedureBody body) {
      body.statements().forEach(each -> below.add((Record) each));
      return list("dynamic", body.dynamic(), below)
          + body.notAnalysed().map(reason -> " notAnalysed: " + reason).orElse("");
    }
    if (value instanceof ColumnDefinition column) {
      below.add(column);
      return "";
    }
    if (value instanceof Constraint || value instanceof DomainAction) {
      below.add((Record) value);
      return "";
    }
    return " " + name + "=" + inline(value);
  }

  private String list(String name, List<?> list, List<Record> below) {
    boolean placed =
        list.stream()
            .anyMatch(
                each ->
                    each instanceof Statement
                        || each instanceof AlterTableAction
                        || each instanceof ColumnDefinition
                        || each instanceof LikeClause
                        || each instanceof Constraint);
    if (placed) {
      list.forEach(each -> below.add((Record) each));
      return "";
    }
    return list.isEmpty()
        ? ""
        : list.stream().map(this::inline).collect(Collectors.joining(", ", " " + name + "=[", "]"));
  }

  private String inline(Object value) {
    if (value instanceof Name name) {
      return named(name.value(), name.text(), name.span());
    }
    if (value instanceof QualifiedName name) {
      String schema = name.schemaValue().map(each -> each + ".").orElse("");
      return named(schema + name.value(), name.text(), name.span());
    }
    if (value instanceof Expression expression) {
      checkSpan(expression.text(), expression.span());
      return at(expression.span());
    }
    if (value instanceof DataType type) {
      checkSpan(type.text(), type.span());
      String modifiers =
          type.modifiers().isEmpty()
              ? ""
              : type.modifiers().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(",", "(", ")"));
      String name = type.schema().map(each -> each + ".").orElse("") + type.name() + modifiers;
      return named(name + (type.array() ? "[]" : ""), type.text(), type.span());
    }
    if (value instanceof Span span) {
      return at(span);
    }
    if (value instanceof IndexColumn column) {
      return column.column().map(this::inline).orElseGet(() -> inline(column.expression()));
    }
    if (value instanceof PartitionBound bound) {
      checkSpan(bound.text(), bound.span());
      return (bound.isDefault() ? "default " : "") + at(bound.span());
    }
    if (value instanceof Record record) {
      StringBuilder inline = new StringBuilder(record.getClass().getSimpleName());
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (!component.getName().equals("span")) {
          inline.append(
              described(component.getName(), value(record, component), new ArrayList<>()));
        }
      }
      return inline.toString();
    }
    return String.valueOf(value);
  }

  private String named(String value, String text, Span span) {
    checkSpan(text, span);
    return value.equals(text) ? value : value + at(span);
  }

  private void checkSpan(String text, Span span) {
    // In a body in single quotes, a quote is doubled; the model has a blank for one of the two.
    String there = span.of(sql);
    if (!there.equals(text) && !there.replaceAll("[' ]", "").equals(text.replaceAll("[' ]", ""))) {
      throw new AssertionError("«" + text + "» is said to stand at " + span + ": " + there);
    }
  }

  private String at(Span span) {
    return "«" + span.of(sql).replaceAll("\\s+", " ") + "»";
  }

  private static Optional<Span> spanOf(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals("span")) {
        return Optional.of((Span) value(record, component));
      }
    }
    return Optional.empty();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException notARecordOfTheModel) {
      throw new LinkageError("no component of a record", notARecordOfTheModel);
    }
  }
}
