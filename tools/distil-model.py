#!/usr/bin/env python3
"""Distils AWS's published service model into the small resources that the wire reads.

Usage: tools/distil-model.py DATA
  DATA is the folder `botocore/data` of the botocore package (Apache-2.0), for example
  $(python3 -c 'import botocore, os; print(os.path.dirname(botocore.__file__))')/data

Writes, under app/src/main/resources/io/cloister/app/wire/model/:
  ec2.txt, sts.txt… one line per operation and per constrained shape of a request
  services.txt      every AWS service: the name in a signature's scope, and its wire protocol

What is kept: required members, enums, ranges of numbers, lengths, patterns, pagination. What is
dropped: everything that the AWS SDK's own classes already know (names, types, nesting) and what
constrains nothing. Shapes are lines of fields split by `|`:

  op|NAME|INPUT SHAPE or -|output or -|INPUT TOKEN,OUTPUT TOKEN,LIMIT or -
  struct|NAME|Member!=Shape,Member!,Member=Shape     (! marks a required member)
  list|NAME|MIN|MAX|Shape
  enum|NAME|value,value
  range|NAME|MIN|MAX
  text|NAME|MIN|MAX|PATTERN                          (the pattern is last: it may hold a `|`)
"""

import gzip
import json
import os
import re
import sys

# By the name of the resource, which is the Java SDK's name of the service: the folder in DATA and the version.
SERVICES = {
    "ec2": ("ec2", "2016-11-15"),
    "elasticloadbalancingv2": ("elbv2", "2015-12-01"),
    "iam": ("iam", "2010-05-08"),
    "sts": ("sts", "2011-06-15"),
}
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.path.join(ROOT, "app/src/main/resources/io/cloister/app/wire/model")
HEADER = "# Distilled by tools/distil-model.py from AWS's service model (botocore %s, Apache-2.0). Do not edit.\n"


def load(path):
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            return json.load(f)
    with gzip.open(path + ".gz", "rt", encoding="utf-8") as f:
        return json.load(f)


def number(value):
    return "" if value is None else ("%d" % value if value == int(value) else repr(value))


def usable(pattern):
    """Some published patterns match nothing at all, or are not Java's: an anchor in the middle, \\u10000."""
    return "^" not in re.sub(r"\[\^", "[", pattern[1:]) and "\\u10000" not in pattern


class Distiller:
    def __init__(self, model):
        self.shapes = model["shapes"]
        self.lines = {}

    def shape(self, name):
        """The name, if the shape constrains anything; else an empty string."""
        if name in self.lines:
            return name if self.lines[name] else ""
        self.lines[name] = ""
        shape = self.shapes[name]
        self.lines[name] = getattr(self, shape["type"], lambda n, s: "")(name, shape)
        return name if self.lines[name] else ""

    def structure(self, name, shape):
        members = []
        for member, target in shape["members"].items():
            required = member in shape.get("required", [])
            constrained = self.shape(target["shape"])
            if required or constrained:
                members.append(member + ("!" if required else "") + ("=" + constrained if constrained else ""))
        return "struct|%s|%s" % (name, ",".join(members)) if members else ""

    def list(self, name, shape):
        target = self.shape(shape["member"]["shape"])
        low, high = shape.get("min"), shape.get("max")
        if not target and not low and high is None:
            return ""
        return "list|%s|%s|%s|%s" % (name, number(low), number(high), target)

    def string(self, name, shape):
        if "enum" in shape:
            return "enum|%s|%s" % (name, ",".join(shape["enum"]))
        low, high, pattern = shape.get("min"), shape.get("max"), shape.get("pattern", "")
        if not usable(pattern):
            pattern = ""
        if not low and high is None and not pattern:
            return ""
        return "text|%s|%s|%s|%s" % (name, number(low), number(high), pattern)

    def integer(self, name, shape):
        low, high = shape.get("min"), shape.get("max")
        return "" if low is None and high is None else "range|%s|%s|%s" % (name, number(low), number(high))

    long = float = double = integer


def distil(data, name_here, service, version, botocore):
    folder = os.path.join(data, service, version)
    model = load(os.path.join(folder, "service-2.json"))
    paging = load(os.path.join(folder, "paginators-1.json"))["pagination"]
    distiller = Distiller(model)
    operations = []
    for name, operation in sorted(model["operations"].items()):
        shape = distiller.shape(operation["input"]["shape"]) if "input" in operation else ""
        page = paging.get(name)
        tokens = "-"
        if page and isinstance(page["input_token"], str):
            tokens = ",".join([page["input_token"], page["output_token"], page.get("limit_key", "")])
        operations.append("op|%s|%s|%s|%s" % (name, shape or "-", "output" if "output" in operation else "-", tokens))
    shapes = [line for _, line in sorted(distiller.lines.items()) if line]
    with open(os.path.join(OUT, name_here + ".txt"), "w", encoding="utf-8") as f:
        f.write(HEADER % botocore + "\n".join(operations + shapes) + "\n")


def services(data, botocore):
    found = {}
    for service in sorted(os.listdir(data)):
        if not os.path.isdir(os.path.join(data, service)):
            continue
        version = sorted(os.listdir(os.path.join(data, service)))[-1]
        meta = load(os.path.join(data, service, version, "service-2.json"))["metadata"]
        scope = meta.get("signingName", meta["endpointPrefix"])
        name = meta.get("serviceAbbreviation", meta["serviceFullName"])
        target = meta.get("targetPrefix", "")
        # One scope can serve several APIs; the one named like the scope speaks for it, and each target its own.
        if scope not in found or service == scope:
            if scope in found and found[scope][2] and found[scope][2] != target:
                found[scope + "/" + found[scope][2]] = found[scope]
            found[scope] = (meta["protocol"], name, target)
        elif target and target != found[scope][2]:
            found[scope + "/" + target] = (meta["protocol"], name, target)
    with open(os.path.join(OUT, "services.txt"), "w", encoding="utf-8") as f:
        f.write(HEADER % botocore + "# scope[/target]|protocol|name|prefix of X-Amz-Target\n")
        for scope, (protocol, name, target) in sorted(found.items()):
            f.write("%s|%s|%s|%s\n" % (scope, protocol, name, target))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = sys.argv[1]
    with open(os.path.join(os.path.dirname(os.path.abspath(data)), "__init__.py"), encoding="utf-8") as f:
        botocore = re.search(r"__version__ = ['\"]([^'\"]+)", f.read()).group(1)
    os.makedirs(OUT, exist_ok=True)
    for name, (service, version) in SERVICES.items():
        distil(data, name, service, version, botocore)
    services(data, botocore)


if __name__ == "__main__":
    main()
