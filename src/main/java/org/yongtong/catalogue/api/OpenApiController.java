package org.yongtong.catalogue.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/**
 * The description of all open interfaces, made from the code that answers them. springdoc's own
 * address is switched off, for every route says itself who may call it.
 */
@RestController
@Allow(Who.ANYONE)
@Hidden
class OpenApiController {

  private static final String PATH = "/api/v1/openapi.json";

  private final OpenApiWebMvcResource document;

  OpenApiController(
      ObjectFactory<OpenAPIService> builder,
      AbstractRequestService requests,
      GenericResponseService responses,
      OperationService operations,
      SpringDocConfigProperties properties,
      SpringDocProviders providers,
      SpringDocCustomizers customizers) {
    this.document =
        new OpenApiWebMvcResource(
            builder, requests, responses, operations, properties, providers, customizers);
  }

  @GetMapping(value = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] document(HttpServletRequest request) throws JsonProcessingException {
    return document.openapiJson(request, PATH, Locale.CHINA);
  }
}
