package io.github.aspoperator.functions;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import org.jspecify.annotations.Nullable;

/** The context of an invocation that nobody made. */
public final class RehearsalContext implements Context {

  private static final String NONE = "rehearsal";

  @Override
  public String getAwsRequestId() {
    return NONE;
  }

  @Override
  public String getLogGroupName() {
    return NONE;
  }

  @Override
  public String getLogStreamName() {
    return NONE;
  }

  @Override
  public String getFunctionName() {
    return NONE;
  }

  @Override
  public String getFunctionVersion() {
    return NONE;
  }

  @Override
  public String getInvokedFunctionArn() {
    return NONE;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 1_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 0;
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }
}
