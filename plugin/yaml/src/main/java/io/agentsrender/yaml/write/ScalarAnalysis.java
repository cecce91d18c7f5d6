package io.agentsrender.yaml.write;

/**
 * What of a text decides in which styles it can be written (emitterc.go, analyze_scalar).
 *
 * @param multiline whether it has a break of any kind
 */
record ScalarAnalysis(
    boolean multiline,
    boolean flowPlainAllowed,
    boolean blockPlainAllowed,
    boolean singleQuotedAllowed,
    boolean blockAllowed) {
  private static final ScalarAnalysis EMPTY = new ScalarAnalysis(false, false, true, true, false);
  private static final ScalarAnalysis HARMLESS = new ScalarAnalysis(false, true, true, true, true);

  /** Characters that mean nothing to YAML wherever they stand. */
  private static final boolean[] IS_HARMLESS = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      IS_HARMLESS[c] = Character.isLetterOrDigit(c);
    }
    for (char c : new char[] {'_', '/', '.', '+', '=', ';', '(', ')', '$', '~', '^'}) {
      IS_HARMLESS[c] = true;
    }
  }

  private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";
  private static final String FLOW_INDICATORS = ",?[]{}";

  /**
   * Looks at a text.
   *
   * @param tabsInBlocks whether a tab forbids literal style too, as in go-yaml v2
   */
  static ScalarAnalysis of(String text, boolean tabsInBlocks) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (isHarmless(text)) {
      return HARMLESS;
    }
    boolean marker = text.startsWith("---") || text.startsWith("...");
    boolean blockIndicators = marker;
    boolean flowIndicators = marker;
    boolean breaks = false;
    boolean special = false;
    boolean tabs = false;
    boolean breakSpace = false;
    boolean spaceBreak = false;
    boolean afterBlank = true;
    boolean afterSpace = false;
    boolean afterBreak = false;
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      boolean beforeBlank = i == last || Characters.isBlank(text.charAt(i + 1));
      if (i == 0) {
        if (FIRST_INDICATORS.indexOf(c) >= 0) {
          flowIndicators = true;
          blockIndicators = true;
        } else if (c == '?' || c == ':') {
          flowIndicators = true;
          blockIndicators |= beforeBlank;
        } else if (c == '-' && beforeBlank) {
          flowIndicators = true;
          blockIndicators = true;
        }
      } else if (FLOW_INDICATORS.indexOf(c) >= 0) {
        flowIndicators = true;
      } else if (c == ':') {
        flowIndicators = true;
        blockIndicators |= beforeBlank;
      } else if (c == '#' && afterBlank) {
        flowIndicators = true;
        blockIndicators = true;
      }
      if (c == '\t' && !tabsInBlocks) {
        tabs = true;
      } else if (!Characters.isPrintable(c)) {
        special = true;
      }
      boolean isBreak = Characters.isBreak(c);
      breakSpace |= c == ' ' && afterBreak;
      spaceBreak |= isBreak && afterSpace;
      breaks |= isBreak;
      afterSpace = c == ' ';
      afterBreak = isBreak;
      afterBlank = Characters.isBlank(c) || isBreak || c == 0;
    }
    char first = text.charAt(0);
    char end = text.charAt(last);
    boolean edge =
        first == ' ' || end == ' ' || Characters.isBreak(first) || Characters.isBreak(end);
    boolean hard = spaceBreak || special;
    boolean plain = !edge && !breakSpace && !hard && !tabs && !breaks;
    return new ScalarAnalysis(
        breaks,
        plain && !flowIndicators,
        plain && !blockIndicators,
        !breakSpace && !hard && !tabs,
        end != ' ' && !hard);
  }

  /** Most texts are words, names and paths. */
  private static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !IS_HARMLESS[c] && (c != '-' || i == 0)) {
        return false;
      }
    }
    return !text.startsWith("...");
  }
}
