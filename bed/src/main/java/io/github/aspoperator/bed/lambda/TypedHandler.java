package io.github.aspoperator.bed.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A handler of objects, between the serializers that Lambda's runtime uses. */
final class TypedHandler implements RequestStreamHandler {

  private final RequestHandler<Object, Object> handler;
  private final PojoSerializer<Object> input;
  private final PojoSerializer<Object> output;

  private TypedHandler(
      RequestHandler<Object, Object> handler,
      PojoSerializer<Object> input,
      PojoSerializer<Object> output) {
    this.handler = handler;
    this.input = input;
    this.output = output;
  }

  @SuppressWarnings("unchecked") // the types are those that the handler itself declares
  static TypedHandler of(RequestHandler<?, ?> handler) throws ClassNotFoundException {
    for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
      for (Type each : type.getGenericInterfaces()) {
        if (each instanceof ParameterizedType typed && typed.getRawType() == RequestHandler.class) {
          return new TypedHandler(
              (RequestHandler<Object, Object>) handler,
              serializer(typed.getActualTypeArguments()[0]),
              serializer(typed.getActualTypeArguments()[1]));
        }
      }
    }
    throw new ClassNotFoundException(handler.getClass() + " does not say what it handles");
  }

  @SuppressWarnings("unchecked") // the serializer of the very class
  private static PojoSerializer<Object> serializer(Type type) {
    if (type instanceof Class<?> event
        && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
      ClassLoader loader = event.getClassLoader();
      return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(event, loader);
    }
    return JacksonFactory.getInstance().getSerializer(type);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Object answer = handler.handleRequest(input.fromJson(in), context);
    if (answer != null) {
      output.toJson(answer, out);
    }
  }
}
