package org.defter.query.frontdoor;

import java.net.http.HttpClient;
import java.time.Duration;
import org.defter.query.DefterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the ingest service is: {@code defter.ingest-url}, in the environment DEFTER_INGEST_URL. */
@Configuration(proxyBeanMethods = false)
class FrontDoorConfiguration {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  @Bean(destroyMethod = "shutdownNow")
  HttpClient ingestClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_WITHIN)
        .build();
  }

  @Bean
  HandingOn handingOn(HttpClient ingestClient, DefterProperties settings) {
    return new HandingOn(ingestClient, new Forwarding(settings.ingestUrl()));
  }

  @Bean
  FrontDoor frontDoor(HandingOn handingOn) {
    return new FrontDoor(handingOn);
  }

  /** It stands in the chain that knows who asks, and not in the container's too. */
  @Bean
  FilterRegistrationBean<FrontDoor> onlyInTheChain(FrontDoor frontDoor) {
    FilterRegistrationBean<FrontDoor> registration = new FilterRegistrationBean<>(frontDoor);
    registration.setEnabled(false);
    return registration;
  }
}
