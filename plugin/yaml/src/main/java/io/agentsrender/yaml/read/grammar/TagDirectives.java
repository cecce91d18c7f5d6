package io.agentsrender.yaml.read.grammar;

import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scan.Scanner;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;
import io.agentsrender.yaml.scan.token.TokenKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directives of one document. */
final class TagDirectives {
  private final Map<String, String> prefixes = new HashMap<>();

  /** Takes the directives that come next. */
  void read(Scanner scanner) {
    prefixes.clear();
    boolean versioned = false;
    while (true) {
      Token token = scanner.peek();
      if (token.kind() == TokenKind.VERSION_DIRECTIVE) {
        if (versioned) {
          throw SyntaxFault.parser("found duplicate %YAML directive", token.start());
        }
        if (!token.isText("1.1")) {
          throw SyntaxFault.parser("found incompatible YAML document", token.start());
        }
        versioned = true;
      } else if (token.kind() == TokenKind.TAG_DIRECTIVE) {
        if (prefixes.putIfAbsent(token.text(), token.suffix()) != null) {
          throw SyntaxFault.parser("found duplicate %TAG directive", token.start());
        }
      } else {
        break;
      }
      scanner.next();
    }
    prefixes.putIfAbsent("!", "!");
    prefixes.putIfAbsent("!!", CoreTag.LONG_PREFIX);
  }

  /** The whole tag; null where the handle is not known. */
  @Nullable String resolve(Token tag) {
    if (tag.isEmpty()) {
      return tag.suffix();
    }
    String prefix = prefixes.get(tag.text());
    return prefix == null ? null : prefix + tag.suffix();
  }
}
