package dev.dbops.migrate.lint;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Knows a finding again when its file was edited elsewhere: a hash of its rule, its changeset and
 * its statement without comments and white space.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** 16 hexadecimal digits. */
  public static String of(Finding finding) {
    StringBuilder identity =
        new StringBuilder(finding.rule().id())
            .append('\n')
            .append(finding.changeSet().displayName())
            .append('\n');
    Tokens tokens =
        Lexer.lex(finding.statement())
            .only(kind -> kind != TokenKind.LINE_COMMENT && kind != TokenKind.BLOCK_COMMENT);
    for (int i = 0; i < tokens.size(); i++) {
      identity.append(tokens.text(i)).append(' ');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
