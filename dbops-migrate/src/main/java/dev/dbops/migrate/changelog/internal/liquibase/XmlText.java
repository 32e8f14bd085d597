package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.internal.LoadedFile;
import dev.dbops.migrate.changelog.internal.MappedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The character data of XML: entities and CDATA sections resolved, comments left out. */
final class XmlText {
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";
  private static final Map<String, Character> ENTITIES =
      Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"', "apos", '\'');

  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)");
  private static final int DECLARATION = 200;

  private XmlText() {}

  /** The encoding that a file declares; UTF-8 if it declares none. */
  static Charset encoding(Optional<LoadedFile> file) {
    try (InputStream bytes = file.map(LoadedFile::open).orElseGet(InputStream::nullInputStream)) {
      Matcher declared =
          ENCODING.matcher(new String(bytes.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1));
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IOException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Appends what stands between two offsets, in which there is no element. */
  static void append(MappedText.Builder content, String xml, int start, int end) {
    int i = start;
    while (i < end) {
      if (xml.startsWith(CDATA, i)) {
        int close = find(xml, CDATA_END, i, end);
        content.append(i + CDATA.length(), close);
        i = close + CDATA_END.length();
      } else if (xml.startsWith("<!--", i)) {
        i = find(xml, "-->", i, end) + 3;
      } else if (xml.startsWith("<?", i)) {
        i = find(xml, "?>", i, end) + 2;
      } else if (xml.charAt(i) == '&') {
        int semicolon = find(xml, ";", i, end);
        appendEntity(content, xml.substring(i + 1, semicolon), i);
        i = semicolon + 1;
      } else {
        content.append(xml.charAt(i), i);
        i++;
      }
    }
  }

  private static int find(String xml, String sign, int from, int end) {
    int found = xml.indexOf(sign, from);
    return found < 0 || found > end ? end : found;
  }

  private static void appendEntity(MappedText.Builder content, String name, int offset) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x");
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      for (char character : Character.toChars(code)) {
        content.append(character, offset);
      }
    } else if (ENTITIES.containsKey(name)) {
      content.append(ENTITIES.get(name), offset);
    }
  }
}
