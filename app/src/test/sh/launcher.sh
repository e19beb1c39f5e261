#!/bin/sh
# Tests ./cloister with a program of one class in place of Cloister, so that a build takes seconds. Usage: launcher.sh REPOSITORY
set -eu
repository=$(cd "$1" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

failed() {
  echo "launcher: $*" >&2
  cat "$folder/p/.cloister/build.log" "$folder/p/.cloister/train.log" 2>/dev/null | tail -n 30 >&2
  exit 1
}
check() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || failed "$1: expected \"$2\", seen \"$3\""
  echo "ok  $1"
}

# The project: same places, same names.
mkdir -p "$folder/p/app/src/main/java/io/cloister/app"
cd "$folder/p"
cp "$repository/cloister" .
version() { sed -n "s|.*<artifactId>$1</artifactId><version>\(.*\)</version>.*|\1|p" "$repository/pom.xml" | head -n 1; }
cat >pom.xml <<X
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>launcher.test</groupId><artifactId>root</artifactId><version>1</version><packaging>pom</packaging>
  <modules><module>app</module></modules>
  <properties>
    <maven.compiler.release>25</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build><pluginManagement><plugins>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>$(version maven-resources-plugin)</version></plugin>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>$(version maven-jar-plugin)</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>$(version maven-surefire-plugin)</version></plugin>
    <plugin><artifactId>maven-dependency-plugin</artifactId><version>$(version maven-dependency-plugin)</version></plugin>
  </plugins></pluginManagement></build>
</project>
X
cat >app/pom.xml <<X
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>launcher.test</groupId><artifactId>root</artifactId><version>1</version></parent>
  <artifactId>cloister-app</artifactId>
  <dependencies>
    <dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId><version>$(version jspecify)</version></dependency>
  </dependencies>
$(sed -n '/<build>/,/<\/build>/p' "$repository/app/pom.xml")
</project>
X
cat >app/src/main/java/io/cloister/app/Main.java <<'X'
package io.cloister.app;

/** Says a word; or serves until it is told to end; or says whether it runs from a cache. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    System.out.println(Word.WORD.get() + " " + String.join(",", arguments));
    if (arguments[0].equals("serve")) {
      System.out.println("cloister is ready at http://127.0.0.1:1");
      Thread.sleep(60_000);
    }
    if (arguments[0].equals("mapped")) {
      try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/self/maps"))) {
        System.out.println(lines.anyMatch(l -> l.endsWith(".aot")));
      }
    }
    System.exit(arguments[0].equals("fail") ? 7 : 0);
  }
}
X
word() { # not a constant, which javac would copy into Main
  cat >app/src/main/java/io/cloister/app/Word.java <<X
package io.cloister.app;

class Word {
  static final java.util.function.Supplier<String> WORD = () -> "$1";
}
X
}
caches() { find .cloister/app -name '*.aot' | wc -l; }

word one
check 'builds and passes arguments' 'one a,b c' "$(./cloister a 'b c' 2>err)"
check 'says so' 'cloister: building ...' "$(cat err)"
check 'passes the exit code' 7 "$(./cloister fail >/dev/null 2>&1 || echo $?)"
check 'does not build again' '' "$(./cloister a 2>&1 >/dev/null)"
ln -s p/cloister ../link
check 'runs through a link, from elsewhere' 'one x' "$(cd / && "$folder/link" x 2>&1)"

./cloister train </dev/null
check 'trains two caches' 2 "$(caches)"
check 'uses them' 'one x' "$(./cloister x 2>&1)"
check 'and java takes them' true "$(./cloister mapped 2>&1 | tail -n 1)"

# The trap: JDK 25 runs the old class from a cache whose jar has changed.
sleep 1
word two
check 'runs a changed class although there was a cache' 'two x' "$(./cloister x 2>err)"
check 'which was deleted' 0 "$(caches)"
check 'keeps one build' 1 "$(find .cloister/app -mindepth 1 -maxdepth 1 | wc -l)"
./cloister train </dev/null
check 'trains again' 2 "$(caches)"
check 'runs the new class from the new cache' 'two x' "$(./cloister x 2>&1)"

# As the Containerfile makes it.
mkdir -p "$folder/image/.cloister" "$folder/image/app/src/main/sh"
cp -Rp cloister "$folder/image/"
cp -Rp .cloister/app .cloister/current "$folder/image/.cloister/"
touch "$folder/image/.cloister/current"
check 'runs a build without its sources' 'two x' "$("$folder/image/cloister" x 2>&1)"

sleep 1
echo nonsense >app/src/main/java/io/cloister/app/Word.java
check 'says that a build failed' 3 "$(./cloister x >out 2>err || echo $?)"
grep -q 'ERROR.*Word.java' err || failed "the error is not shown: $(cat err)"
check 'and runs nothing' '' "$(cat out)"
sleep 1
word three
check 'recovers' 'three x' "$(./cloister x 2>/dev/null)"

# A machine without a JDK that is new enough: hide them all.
if command -v bwrap >/dev/null && [ -d /usr/lib/jvm ]; then
  check 'says that there is no JDK' 3 "$(JAVA_HOME=/nonexistent HOME=/nonexistent bwrap --dev-bind / / --tmpfs /usr/lib/jvm \
    --tmpfs /opt --chdir "$PWD" ./cloister x 2>err || echo $?)"
  grep -q 'adoptium' err || failed "no advice: $(cat err)"
fi
echo "launcher: all is well"
