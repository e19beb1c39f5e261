package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.linux.netlink.Request;

/**
 * Writes the expressions of one rule, the kernel's instructions. They work on sixteen registers of
 * four bytes; a rule of ours begins each statement anew at the first.
 */
final class Program {
  /** The first of the sixteen registers of four bytes. */
  static final int FIRST = 8;

  static final int EQUAL = 0;
  static final int NOT_EQUAL = 1;

  private final Request request;

  Program(Request request) {
    this.request = request;
  }

  private int open(String name) {
    int element = request.open(Nf.LIST_ELEMENT);
    request.text(1, name);
    return element;
  }

  void metaLoad(int key, int register) {
    int element = open("meta");
    int data = request.open(2);
    request.u32Network(2, key);
    request.u32Network(1, register);
    close(data, element);
  }

  void metaSet(int key, int register) {
    int element = open("meta");
    int data = request.open(2);
    request.u32Network(2, key);
    request.u32Network(3, register);
    close(data, element);
  }

  /**
   * @param direction 0 for the originator's way, 1 for the way back, -1 when the key has none
   */
  void ctLoad(int key, int direction, int register) {
    int element = open("ct");
    int data = request.open(2);
    request.u32Network(2, key);
    request.u32Network(1, register);
    if (direction >= 0) {
      request.u8(3, direction);
    }
    close(data, element);
  }

  void ctSet(int key, int register) {
    int element = open("ct");
    int data = request.open(2);
    request.u32Network(2, key);
    request.u32Network(4, register);
    close(data, element);
  }

  void payloadLoad(int base, int offset, int length, int register) {
    int element = open("payload");
    int data = request.open(2);
    request.u32Network(1, register);
    request.u32Network(2, base);
    request.u32Network(3, offset);
    request.u32Network(4, length);
    close(data, element);
  }

  void compare(int register, int operator, byte[] value) {
    int element = open("cmp");
    int data = request.open(2);
    request.u32Network(1, register);
    request.u32Network(2, operator);
    value(3, value);
    close(data, element);
  }

  void range(int register, int operator, byte[] from, byte[] to) {
    int element = open("range");
    int data = request.open(2);
    request.u32Network(1, register);
    request.u32Network(2, operator);
    value(3, from);
    value(4, to);
    close(data, element);
  }

  /** Replaces a register by {@code (register & mask) ^ xor}. */
  void bitwise(int register, byte[] mask, byte[] xor) {
    int element = open("bitwise");
    int data = request.open(2);
    request.u32Network(1, register);
    request.u32Network(2, register);
    request.u32Network(3, mask.length);
    value(4, mask);
    value(5, xor);
    close(data, element);
  }

  /** Ends the rule unless the key, from the first register on, is a member. */
  void lookup(String set, boolean negated) {
    int element = open("lookup");
    int data = request.open(2);
    request.text(1, set);
    request.u32Network(2, FIRST);
    if (negated) {
      request.u32Network(5, 1);
    }
    close(data, element);
  }

  /** Puts what a map holds into a register; the register 0 is the verdict. */
  void map(String set, int register) {
    int element = open("lookup");
    int data = request.open(2);
    request.text(1, set);
    request.u32Network(2, FIRST);
    request.u32Network(3, register);
    close(data, element);
  }

  void constant(int register, byte[] value) {
    int element = open("immediate");
    int data = request.open(2);
    request.u32Network(1, register);
    value(2, value);
    close(data, element);
  }

  void verdict(Verdict verdict) {
    int element = open("immediate");
    int data = request.open(2);
    request.u32Network(1, 0);
    int wrapped = request.open(2);
    verdict(request, verdict);
    request.close(wrapped);
    close(data, element);
  }

  /** Writes a verdict, which maps hold too. */
  static void verdict(Request request, Verdict verdict) {
    int open = request.open(Nf.VERDICT);
    switch (verdict) {
      case Verdict.Accept _ -> request.u32Network(Nf.VERDICT_CODE, Nf.ACCEPT);
      case Verdict.Drop _ -> request.u32Network(Nf.VERDICT_CODE, Nf.DROP);
      case Verdict.Return _ -> request.u32Network(Nf.VERDICT_CODE, Nf.RETURN);
      case Verdict.Continue _ -> request.u32Network(Nf.VERDICT_CODE, Nf.CONTINUE);
      case Verdict.Jump(var chain) -> {
        request.u32Network(Nf.VERDICT_CODE, Nf.JUMP);
        request.text(Nf.VERDICT_CHAIN, chain.text());
      }
      case Verdict.Goto(var chain) -> {
        request.u32Network(Nf.VERDICT_CODE, Nf.GOTO);
        request.text(Nf.VERDICT_CHAIN, chain.text());
      }
    }
    request.close(open);
  }

  /**
   * @param address the register of the address
   * @param portMin the register of the first port, or -1 for none
   * @param portMax the register of the last port, or -1 for none
   */
  void nat(boolean destination, int family, int address, int portMin, int portMax) {
    int element = open("nat");
    int data = request.open(2);
    request.u32Network(1, destination ? 1 : 0);
    request.u32Network(2, family);
    request.u32Network(3, address);
    if (portMin >= 0) {
      request.u32Network(5, portMin);
    }
    if (portMax >= 0) {
      request.u32Network(6, portMax);
    }
    close(data, element);
  }

  void log(int group, String prefix, int snaplen) {
    int element = open("log");
    int data = request.open(2);
    request.u16Network(1, group);
    request.text(2, prefix);
    request.u32Network(3, snaplen);
    close(data, element);
  }

  void counter() {
    int element = open("counter");
    close(request.open(2), element);
  }

  void reject(int type, int code) {
    int element = open("reject");
    int data = request.open(2);
    request.u32Network(1, type);
    request.u8(2, code);
    close(data, element);
  }

  void object(int type, String name) {
    int element = open("objref");
    int data = request.open(2);
    request.u32Network(1, type);
    request.text(2, name);
    close(data, element);
  }

  private void value(int attribute, byte[] value) {
    int wrapped = request.open(attribute);
    request.bytes(Nf.VALUE, value);
    request.close(wrapped);
  }

  private void close(int data, int element) {
    request.close(data);
    request.close(element);
  }
}
