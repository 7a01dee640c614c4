package org.defter.query.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.core.StandardHost;
import org.defter.identity.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What fails outside Spring's dispatcher, or before a request is one, ends in a problem too. */
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

  private static final String REFUSED = ContainerErrors.class.getName() + ".refused";

  /**
   * Encoded slashes are let through, so that an identifier with one is refused by name, and so that
   * the front door hands a path on as it came. Spring Boot has no setting for it.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return factory -> {
      factory.addConnectorCustomizers(
          connector -> connector.setEncodedSolidusHandling("passthrough"));
      factory.addContextCustomizers(context ->
          ((StandardHost) context.getParent())
              .setErrorReportValveClass(ProblemValve.class.getName()));
    };
  }

  /** What a filter refuses is worded here, too. */
  @Bean
  Refusals refusals() {
    return (request, response, refused) -> {
      request.setAttribute(REFUSED, refused);
      response.sendError(ProblemMapping.of(refused).status());
    };
  }

  /** Answers what a filter or the container gave up on with {@code sendError}. */
  @Controller
  static class Fallback implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
      int status =
          request.getAttribute("jakarta.servlet.error.status_code") instanceof Integer code
              ? code
              : HttpServletResponse.SC_NOT_FOUND;
      ModelAndView answer =
          ProblemResolver.answer(
              request,
              response,
              request.getAttribute(REFUSED) instanceof Exception refused
                  ? ProblemMapping.of(refused)
                  : ProblemValve.ofStatus(status));
      // An answer that is written already has no page.
      return answer.isEmpty() ? null : answer;
    }
  }
}
