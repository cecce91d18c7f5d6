package io.agentsrender.gotemplate.parse.node;

import io.agentsrender.gotemplate.fmt.Quotes;
import org.jspecify.annotations.Nullable;

/** A node that stands in the text of a template: text itself, or an action in braces. */
public sealed interface Statement extends Node {

  /** Plain text. */
  record Text(int pos, String text) implements Statement {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append(text);
    }
  }

  /** A pipeline whose value is printed, unless it declares variables. */
  record Action(int pos, PipeNode pipe) implements Statement {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append("{{");
      pipe.writeTo(out, version);
      out.append("}}");
    }
  }

  /** A statement with a pipeline, a body, and possibly another body behind {@code else}. */
  sealed interface Branch extends Statement {
    String keyword();

    PipeNode pipe();

    ListNode body();

    @Nullable ListNode otherwise();

    @Override
    default void writeTo(StringBuilder out, GoVersion version) {
      out.append("{{").append(keyword()).append(' ');
      pipe().writeTo(out, version);
      out.append("}}");
      body().writeTo(out, version);
      ListNode otherwise = otherwise();
      if (otherwise != null) {
        out.append("{{else}}");
        otherwise.writeTo(out, version);
      }
      out.append("{{end}}");
    }
  }

  /** {@code if}. */
  record If(int pos, PipeNode pipe, ListNode body, @Nullable ListNode otherwise) implements Branch {
    @Override
    public String keyword() {
      return "if";
    }
  }

  /** {@code with}. */
  record With(int pos, PipeNode pipe, ListNode body, @Nullable ListNode otherwise)
      implements Branch {
    @Override
    public String keyword() {
      return "with";
    }
  }

  /** {@code range}. */
  record Range(int pos, PipeNode pipe, ListNode body, @Nullable ListNode otherwise)
      implements Branch {
    @Override
    public String keyword() {
      return "range";
    }
  }

  /** {@code template}, also what a {@code block} leaves in its place. */
  record Template(int pos, String name, @Nullable PipeNode pipe) implements Statement {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append("{{template ").append(Quotes.quote(name));
      if (pipe != null) {
        out.append(' ');
        pipe.writeTo(out, version);
      }
      out.append("}}");
    }
  }

  /** {@code break}. */
  record Break(int pos) implements Statement {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append("{{break}}");
    }
  }

  /** {@code continue}. */
  record Continue(int pos) implements Statement {
    @Override
    public void writeTo(StringBuilder out, GoVersion version) {
      out.append("{{continue}}");
    }
  }
}
