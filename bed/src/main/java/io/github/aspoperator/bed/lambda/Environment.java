package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.util.Map;

/** The variables of an instance: the template's, made true for the bed, and Lambda's own. */
@FunctionalInterface
public interface Environment {

  /** Of the instance {@code name} of {@code function}. */
  Map<String, String> of(FunctionSpec function, String name);
}
