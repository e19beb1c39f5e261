package io.cloister.app.cli;

import io.cloister.app.admin.Stock;
import java.io.PrintWriter;
import java.util.List;

/** What there is, as an indented list. */
final class StockText {
  private final PrintWriter out;
  private final Style style;
  private final boolean all;

  StockText(PrintWriter out, Style style, boolean all) {
    this.out = out;
    this.style = style;
    this.all = all;
  }

  void print(Stock stock) {
    List<Stock.OfVpc> shown =
        stock.vpcs().stream().filter(v -> all || !v.isDefault() || instances(v) > 0).toList();
    if (shown.isEmpty()) {
      out.println("Nothing is built yet. The default VPC of a region comes with the first write.");
      return;
    }
    shown.forEach(this::vpc);
    shown.stream()
        .flatMap(v -> v.subnets().stream())
        .flatMap(s -> s.instances().stream())
        .filter(i -> i.state().equals("running"))
        .findFirst()
        .ifPresent(i -> {
          out.println("Run a command inside: ./cloister exec " + i.id() + " -- CMD");
          out.println("From the internet:    ./cloister exec internet -- CMD");
        });
  }

  private static long instances(Stock.OfVpc vpc) {
    return vpc.subnets().stream().mapToLong(s -> s.instances().size()).sum();
  }

  private void vpc(Stock.OfVpc vpc) {
    out.println(
        style.bold(vpc.id())
            + named(vpc.name())
            + "  "
            + String.join(" ", vpc.cidrs())
            + "  "
            + style.dim(
                vpc.region()
                    + ", account "
                    + vpc.account()
                    + (vpc.isDefault() ? ", default" : "")
                    + (vpc.internet().isEmpty() ? ", no internet gateway" : "")));
    vpc.subnets().stream()
        .filter(s -> all || !vpc.isDefault() || !s.instances().isEmpty())
        .forEach(this::subnet);
    out.println();
  }

  private void subnet(Stock.OfSubnet subnet) {
    out.println(
        "  "
            + subnet.id()
            + named(subnet.name())
            + "  "
            + String.join(" ", subnet.cidrs())
            + "  "
            + style.dim(subnet.zone()));
    subnet.instances().forEach(this::instance);
  }

  private void instance(Stock.OfInstance instance) {
    String state =
        instance.state().equals("running")
            ? style.green(instance.state())
            : style.dim(instance.state());
    String outside =
        instance.publicAddresses().isEmpty()
            ? ""
            : "  public " + String.join(" ", instance.publicAddresses());
    out.println(
        "    "
            + style.bold(instance.id())
            + named(instance.name())
            + "  "
            + state
            + "  "
            + String.join(" ", instance.addresses())
            + outside);
  }

  private static String named(String name) {
    return name.isEmpty() ? "" : " (" + name + ")";
  }
}
