package io.github.aspoperator.bed.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Events of an HTTP API in payload format 2.0. */
final class HttpEvents {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Between the client and the gateway only. */
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "upgrade", "transfer-encoding", "keep-alive", "te", "cookie");

  private final String apiId;
  private final Map<String, String> edgeHeaders;
  private final InstantSource clock;

  /** {@code edgeHeaders}: what CloudFront adds to each request. */
  HttpEvents(String apiId, Map<String, String> edgeHeaders, InstantSource clock) {
    this.apiId = apiId;
    this.edgeHeaders = edgeHeaders;
    this.clock = clock;
  }

  String event(Request request, String path, Routes.Match match, String requestId, byte[] body) {
    ObjectNode event = JSON.createObjectNode();
    String query = request.getHttpURI().getQuery();
    String key = match.route().key();
    event.put("version", "2.0");
    event.put("routeKey", key);
    event.put("rawPath", path);
    event.put("rawQueryString", Objects.requireNonNullElse(query, ""));
    cookies(request, event);
    ObjectNode headers = event.putObject("headers");
    headers(request, headers);
    edgeHeaders.forEach(headers::put);
    Map<String, String> parameters = Escapes.query(query);
    if (!parameters.isEmpty()) {
      parameters.forEach(event.putObject("queryStringParameters")::put);
    }
    context(request, path, key, requestId, event.putObject("requestContext"));
    if (!match.variables().isEmpty()) {
      match.variables().forEach(event.putObject("pathParameters")::put);
    }
    if (body.length > 0) {
      body(event, request.getHeaders().get("content-type"), body);
    } else {
      event.put("isBase64Encoded", false);
    }
    return event.toString();
  }

  /** Names in lower case; what comes several times is joined with commas. */
  static void headers(Request request, ObjectNode headers) {
    for (HttpField field : request.getHeaders()) {
      String name = field.getLowerCaseName();
      if (!HOP_BY_HOP.contains(name)) {
        String before = headers.path(name).textValue();
        String value = Objects.requireNonNullElse(field.getValue(), "");
        headers.put(name, before == null ? value : before + "," + value);
      }
    }
    headers.put("x-amzn-trace-id", "Root=1-00000000-000000000000000000000000");
    headers.put("x-forwarded-for", Request.getRemoteAddr(request));
    headers.put("x-forwarded-port", "443");
    headers.put("x-forwarded-proto", "https");
  }

  private static void cookies(Request request, ObjectNode event) {
    var values = request.getHeaders().getValuesList("cookie");
    if (!values.isEmpty()) {
      var cookies = event.putArray("cookies");
      values.forEach(line -> java.util.List.of(line.split("; ", -1)).forEach(cookies::add));
    }
  }

  private void context(
      Request request, String path, String key, String requestId, ObjectNode context) {
    Instant now = clock.instant();
    context.put("accountId", io.github.aspoperator.bed.template.Names.ACCOUNT);
    context.put("apiId", apiId);
    context.put("domainName", apiId + ".execute-api.bed");
    context.put("domainPrefix", apiId);
    ObjectNode http = context.putObject("http");
    http.put("method", request.getMethod());
    http.put("path", path);
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", Request.getRemoteAddr(request));
    http.put("userAgent", Objects.requireNonNullElse(request.getHeaders().get("user-agent"), ""));
    context.put("requestId", requestId);
    context.put("routeKey", key);
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static void body(ObjectNode event, @Nullable String contentType, byte[] body) {
    boolean text = isText(contentType);
    event.put(
        "body",
        text ? new String(body, StandardCharsets.UTF_8) : Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", !text);
  }

  /** What was seen of real HTTP APIs: these few are text, and no content type is not. */
  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }
}
