package io.agentsrender.render.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The right-hand sides are what Go's os.Expand gives for the mapping of Argo CD's Env.Envsubst with
 * {@code NAME=web}, {@code A_1=x}.
 */
class SubstitutionTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("NAME", "web", "A_1", "x");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`plain` | `plain`",
        "`$NAME` | `web`",
        "`${NAME}` | `web`",
        "`a$NAME-b` | `aweb-b`",
        "`$NAMEx` | ``",
        "`${NAME}x` | `webx`",
        "`$A_1.y` | `x.y`",
        "`$$NAME` | `$NAME`",
        "`$$$NAME` | `$web`",
        "`${$}x` | `$x`",
        "`$` | `$`",
        "`a$` | `a$`",
        "`$ b` | `$ b`",
        "`${}x` | `x`",
        "`${NAME` | `NAME`",
        "`$1a` | `a`",
        "`${1}a` | `a`",
        "`$-x` | `x`",
        "`$*` | ``",
        "`${A_1` | `A_1`",
        "`$é` | `$é`",
        "`a${NAME}${A_1}b$NONE.c` | `awebxb.c`",
        "`${NA ME}x` | `x`",
      })
  void replacesAsGoDoes(String text, String expected) {
    assertThat(Substitution.of(text, ENVIRONMENT)).isEqualTo(expected);
  }
}
