package org.defter.ingest.imports;

import org.defter.ingest.batch.BatchProperties;
import org.defter.ingest.problem.ProblemAnswer;
import org.defter.ingest.problem.UnreadableRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says that an upload is too large, which is noticed before it is known whose it is. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {

  private final BatchProperties properties;

  UploadProblems(BatchProperties properties) {
    this.properties = properties;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge) {
    return ProblemAnswer.of(UnreadableRequest.fileTooLarge("facts", properties.limit().toBytes()));
  }
}
