package dev.dbops.migrate.changelog;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL as it is sent to the server, and where in the user's file each part of it stands. Immutable.
 *
 * <p>Three kinds: {@linkplain #verbatim verbatim}, a stretch of a file; {@linkplain #mapped
 * mapped}, which differs from the file in places (placeholders filled in, comments stripped); and
 * {@linkplain #generated generated}, which Liquibase made from a change in XML, YAML or JSON and
 * which has no place of its own, so that every part of it points to the change.
 */
public final class SqlText {
  /**
   * A part of the text that stands in the file character by character.
   *
   * @param textStart where it begins in the text
   * @param fileStart where it begins in the file
   * @param length in characters
   */
  public record Segment(int textStart, int fileStart, int length) {}

  private final String text;
  private final SourceSpan origin;
  private final List<Segment> segments;

  private SqlText(String text, SourceSpan origin, List<Segment> segments) {
    this.text = text;
    this.origin = origin;
    this.segments = segments;
  }

  public static SqlText verbatim(SourceSpan span) {
    String text = span.text();
    return new SqlText(text, span, List.of(new Segment(0, span.start(), text.length())));
  }

  public static SqlText generated(String text, SourceSpan change) {
    return new SqlText(text, change, List.of());
  }

  /**
   * SQL that stands in the file only in parts.
   *
   * @param segments in ascending order of {@code textStart}, not overlapping; what lies between two
   *     of them points to the end of the first
   */
  public static SqlText mapped(String text, SourceSpan origin, List<Segment> segments) {
    return new SqlText(text, origin, List.copyOf(segments));
  }

  public String text() {
    return text;
  }

  /** Where the whole of it comes from: the statement, the script or the change. */
  public SourceSpan origin() {
    return origin;
  }

  /** Whether the SQL has no place of its own in the file. */
  public boolean isGenerated() {
    return segments.isEmpty();
  }

  /** Where a part of the text stands in the file. */
  public SourceSpan locate(int start, int end) {
    if (segments.isEmpty()) {
      return origin;
    }
    int from = fileOffset(start);
    int to = end > start ? fileOffset(end - 1) + 1 : from;
    return origin.file().span(from, Math.max(from, to));
  }

  /** Whether what stands at an offset of the file is part of the text. */
  public boolean includes(int fileOffset) {
    return segments.stream()
        .anyMatch(s -> s.fileStart <= fileOffset && fileOffset < s.fileStart + s.length);
  }

  /** The part of this text between two offsets, still knowing where it stands. */
  public SqlText slice(int start, int end) {
    if (segments.isEmpty()) {
      return new SqlText(text.substring(start, end), origin, List.of());
    }
    List<Segment> kept = new ArrayList<>();
    for (Segment segment : segments) {
      int from = Math.max(segment.textStart, start);
      int to = Math.min(segment.textStart + segment.length, end);
      if (from < to) {
        kept.add(
            new Segment(from - start, segment.fileStart + from - segment.textStart, to - from));
      }
    }
    return new SqlText(text.substring(start, end), locate(start, end), kept);
  }

  private int fileOffset(int textOffset) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).textStart <= textOffset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Segment segment = segments.get(low);
    int within = Math.max(0, Math.min(textOffset - segment.textStart, segment.length));
    return segment.fileStart + within;
  }

  @Override
  public String toString() {
    return text;
  }
}
