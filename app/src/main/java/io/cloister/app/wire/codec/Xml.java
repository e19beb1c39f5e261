package io.cloister.app.wire.codec;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The JDK's streaming writer, without checked exceptions and safe for any text: what XML 1.0 can't
 * hold (control characters, half surrogate pairs) becomes U+FFFD, and a carriage return, which
 * every parser would turn into a newline, is written as a reference.
 */
final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final char REPLACEMENT = '\uFFFD';

  /** A writer of characters: over a stream the JDK splits surrogate pairs into two references. */
  private final StringWriter text = new StringWriter(1024);

  private final XMLStreamWriter out;

  Xml() {
    out = call(() -> FACTORY.createXMLStreamWriter(text));
    run(() -> out.writeStartDocument("UTF-8", "1.0"));
    run(() -> out.writeCharacters("\n"));
  }

  Xml start(String name) {
    run(() -> out.writeStartElement(name));
    return this;
  }

  Xml startIn(String name, String namespace) {
    run(() -> {
      out.writeStartElement(name);
      out.writeDefaultNamespace(namespace);
    });
    return this;
  }

  Xml end() {
    run(out::writeEndElement);
    return this;
  }

  Xml empty(String name) {
    run(() -> out.writeEmptyElement(name));
    return this;
  }

  Xml element(String name, String value) {
    return start(name).characters(value).end();
  }

  Xml characters(String value) {
    String legal = legal(value);
    int from = 0;
    for (int at = legal.indexOf('\r'); at >= 0; at = legal.indexOf('\r', from)) {
      String piece = legal.substring(from, at);
      run(() -> {
        out.writeCharacters(piece);
        out.writeEntityRef("#13");
      });
      from = at + 1;
    }
    String rest = legal.substring(from);
    run(() -> out.writeCharacters(rest));
    return this;
  }

  byte[] bytes() {
    run(out::writeEndDocument);
    run(out::close);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String legal(String value) {
    int bad = firstIllegal(value);
    if (bad < 0) {
      return value;
    }
    StringBuilder cleaned = new StringBuilder(value);
    for (int i = bad; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (!single(c)) {
        cleaned.setCharAt(i, REPLACEMENT);
      }
    }
    return cleaned.toString();
  }

  /** Where the first character is that needs a look; surrogates count. */
  private static int firstIllegal(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!single(value.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Legal by itself: XML 1.0's Char, below the supplementary planes. */
  private static boolean single(char c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return c < '\uD800' || (c > '\uDFFF' && c < '\uFFFE');
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private interface Call<T> {
    T call() throws XMLStreamException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T call(Call<T> step) {
    try {
      return step.call();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
