package org.defter.query.page;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Has every link that a template writes as {@code @{...}} carry along the times that the site is
 * turned to. A link out of that time is written as it is: {@code th:href="${...}"}.
 */
final class CarryingLinks extends StandardLinkBuilder {

  @Override
  protected String processLink(IExpressionContext context, String link) {
    String built = super.processLink(context, link);
    return context instanceof IWebContext page
            && page.getExchange().getAttributeValue(TimeMachine.ATTRIBUTE)
                instanceof TimeMachine times
        ? times.carriedBy(built)
        : built;
  }

  @Configuration(proxyBeanMethods = false)
  static class InTemplates {
    InTemplates(SpringTemplateEngine templates) {
      templates.setLinkBuilder(new CarryingLinks());
    }
  }
}
