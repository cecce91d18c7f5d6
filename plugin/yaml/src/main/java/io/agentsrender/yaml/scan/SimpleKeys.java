package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.scan.text.Mark;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import java.util.Arrays;

/**
 * Places where a key without {@code ?} may have begun, one for each level of flow collections. A
 * key is known as one only when its colon is found; until then the tokens from it on are held back.
 *
 * <p>go-yaml looks the level up by the number of the token that begins the key, and forgets the
 * number of an empty collection too early (scannerc.go, simple_keys_by_tok); what it accepts
 * depends on that, so it is the same here.
 */
final class SimpleKeys {
  static final int NO_LEVEL = -1;

  /** Keys may not be longer than this many characters, or span lines. */
  private static final int MAX_LENGTH = 1024;

  private boolean[] possible = new boolean[16];
  private boolean[] required = new boolean[16];
  private int[] number = new int[16];
  private long[] mark = new long[16];
  private int level;

  private int[] registeredNumber = new int[16];
  private int[] registeredLevel = new int[16];
  private int registryHead;
  private int registryTail;

  int level() {
    return level;
  }

  long mark(int level) {
    return mark[level];
  }

  int number(int level) {
    return number[level];
  }

  void enterFlow(int tokenNumber, long at) {
    level++;
    if (level == possible.length) {
      possible = Arrays.copyOf(possible, level * 2);
      required = Arrays.copyOf(required, level * 2);
      number = Arrays.copyOf(number, level * 2);
      mark = Arrays.copyOf(mark, level * 2);
    }
    possible[level] = false;
    required[level] = false;
    number[level] = tokenNumber;
    mark[level] = at;
  }

  void leaveFlow() {
    unregister(number[level]);
    level--;
  }

  void save(boolean isRequired, int tokenNumber, long at, long now) {
    remove(now);
    possible[level] = true;
    required[level] = isRequired;
    number[level] = tokenNumber;
    mark[level] = at;
    register(tokenNumber);
  }

  /**
   * Gives up the key of this level.
   *
   * @throws SyntaxFault where there had to be one
   */
  void remove(long now) {
    if (possible[level]) {
      if (required[level]) {
        throw missingColon(level, now);
      }
      forget(level);
    }
  }

  /** The key of this level was found to be one. */
  void forget(int level) {
    possible[level] = false;
    unregister(number[level]);
  }

  /**
   * Whether the key may still be one.
   *
   * @throws SyntaxFault where it had to be one and is not
   */
  boolean isValid(int level, long now) {
    if (!possible[level]) {
      return false;
    }
    boolean expired =
        Mark.line(mark[level]) < Mark.line(now)
            || Mark.column(mark[level]) + MAX_LENGTH < Mark.column(now);
    if (!expired) {
      return true;
    }
    if (required[level]) {
      throw missingColon(level, now);
    }
    possible[level] = false;
    return false;
  }

  private SyntaxFault missingColon(int level, long now) {
    return SyntaxFault.scanner(
        "while scanning a simple key", mark[level], "could not find expected ':'", now);
  }

  /**
   * The level whose key begins with this token, which must not be before those asked for earlier.
   */
  int levelOf(int tokenNumber) {
    while (registryHead < registryTail && registeredNumber[registryHead] < tokenNumber) {
      registryHead++;
    }
    boolean found = registryHead < registryTail && registeredNumber[registryHead] == tokenNumber;
    int at = found ? registeredLevel[registryHead] : NO_LEVEL;
    return at > level ? NO_LEVEL : at;
  }

  private void register(int tokenNumber) {
    if (registryHead == registryTail) {
      registryHead = 0;
      registryTail = 0;
    }
    if (registryTail == registeredNumber.length) {
      int kept = registryTail - registryHead;
      int size = kept > registryTail / 2 ? registryTail * 2 : registryTail;
      registeredNumber =
          Arrays.copyOf(Arrays.copyOfRange(registeredNumber, registryHead, registryTail), size);
      registeredLevel =
          Arrays.copyOf(Arrays.copyOfRange(registeredLevel, registryHead, registryTail), size);
      registryHead = 0;
      registryTail = kept;
    }
    registeredNumber[registryTail] = tokenNumber;
    registeredLevel[registryTail] = level;
    registryTail++;
  }

  private void unregister(int tokenNumber) {
    for (int i = registryTail - 1; i >= registryHead && registeredNumber[i] >= tokenNumber; i--) {
      if (registeredNumber[i] == tokenNumber) {
        registeredLevel[i] = Integer.MAX_VALUE;
      }
    }
  }
}
