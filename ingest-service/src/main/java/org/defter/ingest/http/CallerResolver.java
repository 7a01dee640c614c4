package org.defter.ingest.http;

import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.core.event.Origin;
import org.defter.core.id.Actor;
import org.defter.core.id.ArchiveId;
import org.defter.core.value.InvalidValue;
import org.defter.ingest.command.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a {@link Caller} from the headers. It must stand behind the body among a handler's
 * parameters: the digest of an Idempotency-Key covers the body that was read.
 */
final class CallerResolver implements HandlerMethodArgumentResolver {

  private static final String CORRELATION = "Correlation-Id";
  private static final String KEY = "Idempotency-Key";
  private static final Pattern ETAG = Pattern.compile("\\s*(?:\\*|\"(\\d{1,18})\")\\s*");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("commands come over HTTP");
    }
    Origin origin = origin(request);
    return new Caller(origin, key(request, origin.actor()), precondition(request));
  }

  private static Origin origin(HttpServletRequest request) throws IOException {
    Reader sender = Reader.of(request);
    Actor actor = sender.actor();
    if (actor == null) {
      throw new IllegalStateException("no rule of access covers " + request.getRequestURI());
    }
    String commandId = Generators.timeBasedEpochGenerator().generate().toString();
    String correlation = request.getHeader(CORRELATION);
    return new Origin(
        actor,
        sender.onBehalfOf(),
        commandId,
        correlation == null ? commandId : ArchiveId.checked(CORRELATION, correlation),
        commandId);
  }

  private static @Nullable IdempotencyKey key(HttpServletRequest request, Actor actor)
      throws IOException {
    String value = request.getHeader(KEY);
    CommandBody body = CommandBody.of(request);
    if (value == null || body == null) {
      // Without a digest of its body, a request is recognised by what it holds, as imports are.
      return null;
    }
    String target =
        request.getMethod()
            + ' '
            + request.getRequestURI()
            + (request.getQueryString() == null ? "" : '?' + request.getQueryString())
            + ' '
            + request.getHeader(HttpHeaders.IF_MATCH);
    return new IdempotencyKey(actor.id(), value, body.digest(target));
  }

  private static Caller.@Nullable Precondition precondition(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      return null;
    }
    Matcher etag = ETAG.matcher(header);
    if (!etag.matches()) {
      throw new InvalidValue(
          HttpHeaders.IF_MATCH, Detail.of("ingest.header.not-a-version", header));
    }
    return new Caller.Precondition(etag.group(1) == null ? null : Long.valueOf(etag.group(1)));
  }
}
