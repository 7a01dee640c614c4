package org.defter.ingest.imports;

import java.net.URI;
import org.defter.ingest.batch.BatchProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONTENT_TOO_LARGE,
            "a file of an import may have %,d bytes (defter.batches.limit): import it in parts"
                .formatted(properties.limit().toBytes()));
    problem.setType(URI.create("/problems/too-large"));
    problem.setTitle("The request is too large");
    problem.setProperty("field", "facts");
    return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
  }
}
