package org.defter.ingest.problem;

import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.event.UnfitJson;
import org.defter.core.value.InvalidValue;
import org.defter.identity.AccessRefused;
import org.defter.identity.TooOften;
import org.defter.ingest.command.StoreUnavailable;
import org.defter.ingest.read.ReadNotRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Says what went wrong: RFC 9457 problem details, with the field at fault. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  /** Stands for the field where none can be told. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedCommand refused) {
    Refusal refusal = refused.refusal();
    ProblemType type =
        switch (refusal) {
          case Refusal.NotFound _ -> ProblemType.NOT_FOUND;
          case Refusal.AlreadyExists _ -> ProblemType.ALREADY_EXISTS;
          case Refusal.StaleVersion _ -> ProblemType.STALE_VERSION;
          case Refusal.UnknownReference _ -> ProblemType.UNKNOWN_REFERENCE;
          case Refusal.WrongDatatype _ -> ProblemType.WRONG_DATATYPE;
          case Refusal.QuoteNotFound _ -> ProblemType.QUOTE_NOT_FOUND;
          case Refusal.QuoteAmbiguous _ -> ProblemType.QUOTE_AMBIGUOUS;
          case Refusal.Missing _ -> ProblemType.MISSING;
          case Refusal.Uncited _ -> ProblemType.UNCITED;
          case Refusal.NotPossibleNow _ -> ProblemType.NOT_POSSIBLE_NOW;
          case Refusal.NotAllowed _ -> ProblemType.NOT_ALLOWED;
          case Refusal.FactMoved _ -> ProblemType.FACT_MOVED;
          case Refusal.KeyReused _ -> ProblemType.IDEMPOTENCY_KEY_REUSED;
          case Refusal.NothingChanges _ -> ProblemType.NOTHING_CHANGES;
        };
    ProblemDetail problem = ProblemAnswer.problem(type, refusal.field(), refusal.detail());
    if (refusal instanceof Refusal.StaleVersion stale) {
      problem.setProperty("currentVersion", stale.current());
      problem.setProperty("changes", refused.changes());
    }
    if (refusal instanceof Refusal.FactMoved moved) {
      problem.setProperty("baseVersion", moved.base());
      problem.setProperty("currentVersion", moved.current());
      problem.setProperty("changes", refused.changes());
    }
    return ProblemAnswer.of(problem, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(NoSuchThing unknown) {
    return ProblemAnswer.of(ProblemType.NOT_FOUND, unknown.field(), unknown.detail());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidValue invalid) {
    return ProblemAnswer.of(ProblemType.INVALID_VALUE, invalid.field(), invalid.detail());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unread(UnreadableRequest unread) {
    return ProblemAnswer.of(unread);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unchecked(AuthenticationServiceException unchecked) {
    logger.warn("a token cannot be checked", unchecked);
    return later(ProblemType.UNAVAILABLE, AccessRefused.words(unchecked));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(AuthenticationException unknown) {
    return with(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer",
        ProblemType.NOT_SIGNED_IN,
        AccessRefused.words(unknown));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooOften(TooOften refused) {
    return with(
        HttpHeaders.RETRY_AFTER, refused.retryAfter(), ProblemType.TOO_OFTEN, refused.words());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
    return ProblemAnswer.of(ProblemType.NOT_ALLOWED, null, AccessRefused.words(denied));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(StoreUnavailable unavailable) {
    return later(ProblemType.UNAVAILABLE, unavailable.detail());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unrecorded(ReadNotRecorded unrecorded) {
    logger.warn("a read of a restricted source was refused", unrecorded);
    return later(ProblemType.READ_NOT_RECORDED, Detail.of("ingest.store.read-not-recorded"));
  }

  private static ResponseEntity<ProblemDetail> later(ProblemType type, Detail why) {
    return with(HttpHeaders.RETRY_AFTER, "2", type, why);
  }

  private static ResponseEntity<ProblemDetail> with(
      String header, String value, ProblemType type, Detail why) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(header, value);
    return ProblemAnswer.of(ProblemAnswer.problem(type, null, why), headers);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(
      org.springframework.dao.DataAccessException unavailable) {
    logger.warn("the event store does not answer", unavailable);
    return later(ProblemType.UNAVAILABLE, Detail.of("ingest.store.away"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(
      org.springframework.transaction.TransactionException unavailable) {
    logger.warn("the event store does not answer", unavailable);
    return later(ProblemType.UNAVAILABLE, Detail.of("ingest.store.away"));
  }

  /** What Spring itself refuses: unknown paths, methods and media types. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpHeaders said = HttpHeaders.copyOf(headers);
    ProblemAnswer.inWhichLanguage(said);
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(refused, body, said, status, request);
    if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
      ProblemType.of(status).ifPresent(type -> ProblemAnswer.name(problem, type));
      Detail ours = inOurWords(refused);
      if (ours != null) {
        problem.setDetail(ours.in(LocaleContextHolder.getLocale()));
      }
    }
    return answer;
  }

  /** Spring says it in English; null where it says what nobody reads who does not program. */
  private static @Nullable Detail inOurWords(Exception refused) {
    return switch (refused) {
      case NoResourceFoundException _ -> Detail.of("ingest.request.nothing-here");
      case HttpRequestMethodNotSupportedException other ->
          Detail.of("ingest.request.other-method", other.getMethod());
      case HttpMediaTypeNotAcceptableException _ -> Detail.of("ingest.request.no-such-format");
      case HttpMediaTypeNotSupportedException _ -> Detail.of("ingest.request.format-not-read");
      default -> null;
    };
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        return spoken(
            ProblemAnswer.problem(ProblemType.INVALID_VALUE, "id", invalid.detail()), headers);
      }
    }
    return super.handleTypeMismatch(mismatch, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unread,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return spoken(describe(unread), headers);
  }

  private static ResponseEntity<Object> spoken(ProblemDetail problem, HttpHeaders headers) {
    HttpHeaders said = HttpHeaders.copyOf(headers);
    ProblemAnswer.inWhichLanguage(said);
    return ResponseEntity.status(problem.getStatus()).headers(said).body(problem);
  }

  private static ProblemDetail describe(HttpMessageNotReadableException unread) {
    for (Throwable cause = unread; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnreadableRequest known -> {
          return ProblemAnswer.problem(known.type(), known.field(), known.detail());
        }
        case StreamReadException malformed -> {
          return problem(ProblemType.MALFORMED_REQUEST, UnfitJson.of(malformed));
        }
        case DatabindException unfit -> {
          return problem(ProblemType.INVALID_VALUE, UnfitJson.of(unfit));
        }
        default -> {}
      }
    }
    return ProblemAnswer.problem(
        ProblemType.MALFORMED_REQUEST, UnfitJson.BODY, Detail.of("ingest.request.no-json"));
  }

  private static ProblemDetail problem(ProblemType type, UnfitJson unfit) {
    return ProblemAnswer.problem(type, unfit.field(), unfit.detail());
  }
}
