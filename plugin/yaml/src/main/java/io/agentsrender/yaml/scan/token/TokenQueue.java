package io.agentsrender.yaml.scan.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tokens found and not yet handed out. */
public final class TokenQueue {
  private @Nullable Token[] tokens = new Token[32];
  private int head;
  private int tail;

  public int size() {
    return tail - head;
  }

  public void add(Token token) {
    if (tail == tokens.length) {
      makeRoom();
    }
    tokens[tail++] = token;
  }

  /** Inserts before the token at this index; a negative one stands for the end. */
  public void insert(int index, Token token) {
    add(token);
    if (index >= 0) {
      int place = head + index;
      System.arraycopy(tokens, place, tokens, place + 1, tail - 1 - place);
      tokens[place] = token;
    }
  }

  public Token first() {
    return at(head);
  }

  public Token last() {
    return at(tail - 1);
  }

  public void removeFirst() {
    tokens[head++] = null;
  }

  private Token at(int index) {
    Token token = tokens[index];
    if (token == null) {
      throw new IllegalStateException("no token there");
    }
    return token;
  }

  private void makeRoom() {
    int kept = tail - head;
    int size = kept > tokens.length / 2 ? tokens.length * 2 : tokens.length;
    tokens = Arrays.copyOf(Arrays.copyOfRange(tokens, head, tail), size);
    head = 0;
    tail = kept;
  }
}
