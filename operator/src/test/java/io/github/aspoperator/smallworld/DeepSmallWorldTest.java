package io.github.aspoperator.smallworld;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The bigger worlds: minutes, and up to three gigabytes. */
@EnabledIfSystemProperty(named = "smallworld.deep", matches = "true")
final class DeepSmallWorldTest {

  private static final Check CHECK = new Check();

  @TestFactory
  Stream<DynamicTest> biggerWorlds() {
    return Arrays.stream(DeepWorlds.class.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .map(method ->
            DynamicTest.dynamicTest(method.getName(), () -> CHECK.holds(setting(method), 1_000)));
  }

  private static Setting setting(Method method) throws ReflectiveOperationException {
    return (Setting) method.invoke(null);
  }
}
