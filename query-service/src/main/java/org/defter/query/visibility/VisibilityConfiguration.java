package org.defter.query.visibility;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every read, by a program or a person, can wait for a write. */
@Configuration(proxyBeanMethods = false)
class VisibilityConfiguration implements WebMvcConfigurer {

  private final ReadYourWrites readYourWrites;

  VisibilityConfiguration(ReadYourWrites readYourWrites) {
    this.readYourWrites = readYourWrites;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(readYourWrites)
        .addPathPatterns(
            "/",
            "/api/v1/**",
            "/corrections/**",
            "/facts/**",
            "/subjects/**",
            "/sources/**",
            "/contradictions",
            "/duplicates",
            "/unanchored-citations");
  }
}
