package io.github.aspoperator.conformance.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check: a method of one parameter, the {@link io.github.aspoperator.conformance.play.Play}, that
 * throws when the operator is wrong. Its name is the sentence it holds the operator to.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Check {

  /** Stable, and never used for another check again: {@code ASP-SES-012}. */
  String id();

  /** The clause it rests on. */
  Clause clause();

  /** How much it weighs. */
  Level level() default Level.MUST;

  /** Agents it plays with, each for itself alone while it runs. */
  int agents() default 2;

  /** What it cannot do without. */
  Need[] needs() default {};
}
