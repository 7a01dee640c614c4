package org.defter.query.memento;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Whoever reads a thing as it is now is told where its past is (RFC 7089, section 4.5.1). */
@Configuration(proxyBeanMethods = false)
class OriginalLinks implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new Linking())
        .addPathPatterns(
            "/api/v1/facts/*",
            "/api/v1/subjects/*",
            "/api/v1/sources/*",
            "/facts/*",
            "/subjects/*",
            "/sources/*");
  }

  private static final class Linking implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      // What is forwarded here is a version, and has its own links.
      if (request.getDispatcherType() == DispatcherType.REQUEST
          && request.getParameter("knownAt") == null) {
        String original =
            ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                + request.getRequestURI();
        Mementos.ofOriginal(original).forEach(link -> response.addHeader("Link", link));
      }
      return true;
    }
  }
}
