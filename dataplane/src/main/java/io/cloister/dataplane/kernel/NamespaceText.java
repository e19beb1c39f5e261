package io.cloister.dataplane.kernel;

/** Writes a namespace much as the tool {@code ip} would, a line for each thing. */
final class NamespaceText {
  private NamespaceText() {}

  static String of(Namespace namespace) {
    StringBuilder text = new StringBuilder("netns " + namespace.name() + "\n");
    namespace.sysctls().forEach((path, value) -> line(text, "sysctl net/" + path + " = " + value));
    namespace.loopback().forEach(address -> line(text, "address " + address + " dev lo"));
    for (Link link : namespace.links()) {
      line(
          text,
          "link "
              + link.name()
              + " mac "
              + link.mac()
              + " mtu "
              + link.mtu()
              + " peer "
              + link.peer());
      link.addresses().forEach(address -> line(text, "address " + address + " dev " + link.name()));
      link.neighbours()
          .forEach((ip, mac) -> line(text, "neighbour " + ip + " " + mac + " dev " + link.name()));
    }
    namespace.routes().forEach((_, route) -> line(text, "route " + route));
    namespace.rules().forEach((_, rule) -> line(text, "rule " + rule));
    namespace.nft().ifPresent(table -> text.append(table));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
