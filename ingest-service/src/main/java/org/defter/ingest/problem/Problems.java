package org.defter.ingest.problem;

import java.net.URI;
import org.defter.core.decision.Refusal;
import org.defter.core.event.UnfitJson;
import org.defter.core.value.InvalidValue;
import org.defter.identity.AccessRefused;
import org.defter.identity.TooOften;
import org.defter.ingest.command.StoreUnavailable;
import org.defter.ingest.read.ReadNotRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
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
    ProblemDetail problem = problem(type, refusal.field(), refusal.detail().toString());
    if (refusal instanceof Refusal.StaleVersion stale) {
      problem.setProperty("currentVersion", stale.current());
      problem.setProperty("changes", refused.changes());
    }
    if (refusal instanceof Refusal.FactMoved moved) {
      problem.setProperty("baseVersion", moved.base());
      problem.setProperty("currentVersion", moved.current());
      problem.setProperty("changes", refused.changes());
    }
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidValue invalid) {
    return answer(problem(ProblemType.INVALID_VALUE, invalid.field(), invalid.detail().toString()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unread(UnreadableRequest unread) {
    return answer(problem(unread.type(), unread.field(), String.valueOf(unread.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unchecked(AuthenticationServiceException unchecked) {
    logger.warn("a token cannot be checked", unchecked);
    return later(ProblemType.UNAVAILABLE, AccessRefused.words(unchecked).toString());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(AuthenticationException unknown) {
    return ResponseEntity.status(ProblemType.NOT_SIGNED_IN.status())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .body(problem(ProblemType.NOT_SIGNED_IN, null, AccessRefused.words(unknown).toString()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooOften(TooOften refused) {
    return ResponseEntity.status(ProblemType.TOO_OFTEN.status())
        .header(HttpHeaders.RETRY_AFTER, refused.retryAfter())
        .body(problem(ProblemType.TOO_OFTEN, null, String.valueOf(refused.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
    return answer(problem(ProblemType.NOT_ALLOWED, null, AccessRefused.words(denied).toString()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(StoreUnavailable unavailable) {
    return later(ProblemType.UNAVAILABLE, String.valueOf(unavailable.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unrecorded(ReadNotRecorded unrecorded) {
    logger.warn("a read of a restricted source was refused", unrecorded);
    return later(ProblemType.READ_NOT_RECORDED, String.valueOf(unrecorded.getMessage()));
  }

  private static ResponseEntity<ProblemDetail> later(ProblemType type, String why) {
    ProblemDetail problem = problem(type, null, why);
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(
      org.springframework.dao.DataAccessException unavailable) {
    logger.warn("the event store does not answer", unavailable);
    return unavailable(
        new StoreUnavailable("the event store does not answer: try again", unavailable));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(
      org.springframework.transaction.TransactionException unavailable) {
    logger.warn("the event store does not answer", unavailable);
    return unavailable(
        new StoreUnavailable("the event store does not answer: try again", unavailable));
  }

  /** What Spring itself refuses: unknown paths, methods and media types. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(refused, body, headers, status, request);
    if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
      ProblemType.of(status).ifPresent(type -> name(problem, type));
    }
    return answer;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        ProblemDetail problem =
            problem(ProblemType.INVALID_VALUE, "id", invalid.detail().toString());
        return ResponseEntity.status(problem.getStatus()).body(problem);
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
    ProblemDetail problem = describe(unread);
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemDetail describe(HttpMessageNotReadableException unread) {
    for (Throwable cause = unread; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnreadableRequest known -> {
          return problem(known.type(), known.field(), String.valueOf(known.getMessage()));
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
    return problem(
        ProblemType.MALFORMED_REQUEST,
        UnfitJson.BODY,
        "the body is empty, or is not JSON in UTF-8");
  }

  private static ProblemDetail problem(ProblemType type, UnfitJson unfit) {
    return problem(type, unfit.field(), unfit.detail().toString());
  }

  private static ProblemDetail problem(ProblemType type, @Nullable String field, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
    name(problem, type);
    if (field != null) {
      problem.setProperty("field", field);
    }
    return problem;
  }

  private static void name(ProblemDetail problem, ProblemType type) {
    problem.setType(URI.create("/problems/" + type.slug()));
    problem.setTitle(type.title());
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
