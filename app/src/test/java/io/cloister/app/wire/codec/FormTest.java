package io.cloister.app.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.control.action.AwsException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  private static Form body(String text) {
    return Form.parse("", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void queryAndBodyAreOneForm() {
    Form form = Form.parse("a=1&&b", "c=%C3%bc+%2B=&d=ü".getBytes(StandardCharsets.UTF_8));
    assertThat(form.get("a")).contains("1");
    assertThat(form.get("b")).contains("");
    assertThat(form.get("c")).contains("ü +=");
    assertThat(form.get("d")).contains("ü");
    assertThat(form.get("e")).isEmpty();
  }

  @Test
  void whatBelongsToTheCallIsNoParameterOfTheOperation() {
    Parameters parameters =
        body("Action=A&Version=V&X-Amz-Signature=s&Signature=t&VpcId.2=v").parameters();
    assertThat(parameters.children()).containsOnlyKeys("VpcId");
  }

  @ParameterizedTest
  @CsvSource({
    "a=%, MalformedQueryString",
    "a=%4, MalformedQueryString",
    "a=%zz, MalformedQueryString",
    "a%4=1, MalformedQueryString",
    "a=%ff, MalformedQueryString",
    "a=%C3, MalformedQueryString",
    "a=%ED%A0%80, MalformedQueryString",
    "a=1&a=1, InvalidQueryParameter",
    "a=1&%61=2, InvalidQueryParameter",
  })
  void whatCannotBeReadIsRefused(String text, String code) {
    assertThatThrownBy(() -> body(text))
        .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
        .extracting(AwsException::code)
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({".", "a.", ".a", "a..b", "a.b."})
  void anEmptyPartOfANameIsUnknown(String name) {
    assertThatThrownBy(() -> body(name + "=1").parameters())
        .hasMessage("The parameter " + name + " is not recognized");
  }

  @Test
  void aNameDeeperThanAnyOfAwsIsUnknown() {
    String name = "a" + ".1".repeat(400_000);
    assertThatThrownBy(() -> body(name + "=1").parameters())
        .hasMessageStartingWith("The parameter a.1.1.1")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
