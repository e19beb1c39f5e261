package io.cloister.dataplane.linux.system;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/** A function of the C library that returns a number and, below zero, leaves an error number. */
final class Native {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(groupElement("errno"));

  private final String name;
  private final MethodHandle handle;

  /**
   * @param fixed how many arguments stand before the variable ones, or -1 when none are variable
   */
  @SuppressWarnings("restricted") // the one place that links native functions
  private Native(String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
    this.name = name;
    List<Linker.Option> options = new ArrayList<>();
    options.add(Linker.Option.captureCallState("errno"));
    if (fixed >= 0) {
      options.add(Linker.Option.firstVariadicArg(fixed));
    }
    MethodHandle found =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(result, arguments),
            options.toArray(Linker.Option[]::new));
    // One shape for all: the error state, then the arguments as objects, and a long back.
    this.handle =
        found
            .asType(found.type().changeReturnType(long.class))
            .asSpreader(1, Object[].class, arguments.length);
  }

  static Native of(String name, MemoryLayout... arguments) {
    return new Native(name, -1, ValueLayout.JAVA_INT, arguments);
  }

  /** A function that returns a count of bytes. */
  static Native sized(String name, MemoryLayout... arguments) {
    return new Native(name, -1, ValueLayout.JAVA_LONG, arguments);
  }

  static Native variadic(String name, int fixed, MemoryLayout... arguments) {
    return new Native(name, fixed, ValueLayout.JAVA_INT, arguments);
  }

  /** The result, or minus the error number. */
  @SuppressWarnings("IllegalCatch") // MethodHandle.invokeExact declares Throwable
  long call(Object... arguments) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = (long) handle.invokeExact(state, arguments);
      return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /**
   * The result.
   *
   * @param about what the call is about, for the error's text
   * @throws SystemException when it failed
   */
  int run(String about, Object... arguments) {
    long result = call(arguments);
    if (result < 0) {
      throw new SystemException(name + "(" + about + ")", (int) -result);
    }
    return (int) result;
  }
}
