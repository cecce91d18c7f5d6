package io.agentsrender.gotemplate.parse.node;

import io.agentsrender.gotemplate.function.GoFunction;
import java.util.List;

/** A term of a command, with the fields that are asked of it. */
public sealed interface Operand extends Node {

  /** {@code .}. */
  record Dot(int pos) implements Operand {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append('.');
    }
  }

  /** {@code nil}. */
  record Nil(int pos) implements Operand {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append("nil");
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(int pos, boolean value) implements Operand {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(value);
    }
  }

  /** A number, a character in quotes included. */
  record Numeral(int pos, NumberConstant value) implements Operand {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(value.text());
    }
  }

  /**
   * A string.
   *
   * @param quoted as it stands in the template
   */
  record Text(int pos, String quoted, String value) implements Operand {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(quoted);
    }
  }

  /** A function. */
  record Function(int pos, GoFunction function) implements Operand {
    public String name() {
      return function.name();
    }

    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(name());
    }
  }

  /** Fields of dot: {@code .a.b}. */
  record Field(int pos, List<String> names) implements Operand {
    public Field {
      names = List.copyOf(names);
    }

    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      writeFields(names, out);
    }
  }

  /**
   * A variable, possibly with fields: {@code $x.a.b}.
   *
   * @param name with its dollar sign
   */
  record Variable(int pos, String name, List<String> fields) implements Operand {
    public Variable {
      fields = List.copyOf(fields);
    }

    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(name);
      writeFields(fields, out);
    }
  }

  /** Fields of something else: {@code (f .x).a.b}. */
  record Chain(int pos, Operand base, List<String> fields) implements Operand {
    public Chain {
      fields = List.copyOf(fields);
    }

    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      base.writeTo(out, version);
      writeFields(fields, out);
    }
  }

  /** A pipeline in parentheses. */
  record Parenthesized(PipeNode pipe) implements Operand {
    @Override
    public int pos() {
      return pipe.pos();
    }

    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append('(');
      pipe.writeTo(out, version);
      out.append(')');
    }
  }

  private static void writeFields(List<String> names, StringBuilder out) {
    for (String name : names) {
      out.append('.').append(name);
    }
  }
}
