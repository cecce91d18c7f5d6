package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.Pipeline;
import io.agentsrender.gotemplate.expression.Place;
import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import org.jspecify.annotations.Nullable;

/** {@code range} (text/template/exec.go, walkRange). */
final class RangeStatement extends Statement {
  private final Node node;
  private final Pipeline pipeline;
  private final Block body;
  private final @Nullable Block otherwise;

  RangeStatement(Node node, Pipeline pipeline, Block body, @Nullable Block otherwise) {
    this.node = node;
    this.pipeline = pipeline;
    this.body = body;
    this.otherwise = otherwise;
  }

  @Override
  Completion run(Invocation state) {
    state.at(node);
    int mark = state.mark();
    Object value = pipeline.evaluate(state);
    Object target = value == null ? null : GoPointer.follow(value);
    Object items = target == null ? null : GoNamed.basic(target);
    Object dot = state.dot();
    Place dotPlace = state.dotPlace();
    boolean iterated =
        switch (items) {
          case null -> false;
          case GoSlice slice -> overSlice(state, slice);
          case GoMap map -> overMap(state, map);
          case GoInt integer when state.version().rangesOverIntegers() ->
              overInteger(state, integer);
          default -> throw cannotIterate(state, "range can't iterate over ", target, "");
        };
    state.setDot(dot, dotPlace);
    Completion completion =
        !iterated && otherwise != null ? otherwise.run(state) : Completion.NORMAL;
    state.pop(mark);
    return completion;
  }

  private boolean overSlice(Invocation state, GoSlice slice) {
    Place place = Place.element(slice.type().elem(), true);
    int mark = state.mark();
    for (int i = 0; i < slice.length(); i++) {
      Object index = pipeline.declares() > 1 ? GoInt.of(i) : null;
      if (!iterate(state, mark, index, Place.VALUE, slice.get(i), place)) {
        break;
      }
    }
    return !slice.isEmpty();
  }

  private boolean overMap(Invocation state, GoMap map) {
    Object[] keys = map.sortedKeys();
    @Nullable Object[] values = new @Nullable Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = map.get(keys[i]);
    }
    Place keyPlace = Place.element(map.type().key(), false);
    Place place = Place.element(map.type().elem(), false);
    int mark = state.mark();
    for (int i = 0; i < keys.length; i++) {
      if (!iterate(state, mark, keys[i], keyPlace, values[i], place)) {
        break;
      }
    }
    return keys.length > 0;
  }

  private boolean overInteger(Invocation state, GoInt end) {
    if (pipeline.declares() > 1) {
      throw cannotIterate(state, "can't use ", end, " to iterate over more than one variable");
    }
    boolean signed = end.isSigned();
    int mark = state.mark();
    long i = 0;
    while (signed ? i < end.bits() : Long.compareUnsigned(i, end.bits()) < 0) {
      if (!iterate(state, mark, null, Place.VALUE, GoInt.of(end.kind(), i), Place.VALUE)) {
        break;
      }
      i++;
    }
    return signed ? end.bits() > 0 : end.bits() != 0;
  }

  /** One turn of the loop: whether there may be another. */
  private boolean iterate(
      Invocation state,
      int mark,
      @Nullable Object index,
      Place indexPlace,
      @Nullable Object element,
      Place place) {
    state.environment().meter().step();
    Object item = element == null && place == Place.INTERFACE ? GoNil.INTERFACE : element;
    pipeline.setLoopVariables(state, index, indexPlace, item, place);
    state.setDot(item, place);
    Completion completion = body.run(state);
    state.pop(mark);
    return completion != Completion.BREAK;
  }

  private static RuntimeException cannotIterate(
      Invocation state, String before, @Nullable Object value, String after) {
    try {
      return state.error(before + GoFormat.text(state.environment().meter(), value) + after);
    } catch (GoError e) {
      return state.error(e.text(), e);
    }
  }
}
