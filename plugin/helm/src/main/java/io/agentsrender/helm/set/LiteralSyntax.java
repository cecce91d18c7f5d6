package io.agentsrender.helm.set;

/** Values that are the rest of the argument, as it is: {@code --set-literal}. */
final class LiteralSyntax implements ValueSyntax {
  private final FlagScalars scalars;

  LiteralSyntax(FlagScalars scalars) {
    this.scalars = scalars;
  }

  @Override
  public Result read(Characters in) {
    return new Result(scalars.string(in.untilLiterally("").text()), false);
  }

  @Override
  public boolean isLiteral() {
    return true;
  }
}
