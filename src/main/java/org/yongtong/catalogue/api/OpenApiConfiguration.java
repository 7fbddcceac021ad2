package org.yongtong.catalogue.api;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** What the description of the open interfaces says besides what is read from the code. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String PROBLEM = "application/problem+json";

  @Bean
  static OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("邕通开放接口")
                .version("1")
                .description(
                    "政务事项目录的公开数据。不需要密钥；每个网络地址每分钟的请求次数有限，超过时答 429 和 Retry-After。"
                        + "所有读取都带 ETag，可以用 If-None-Match 免去重复下载；错误一律是 problem+json（RFC 9457）。")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        // the same server, wherever it is reached
        .servers(List.of(new Server().url("/")));
  }

  @Bean
  static OpenApiCustomizer answersOfAll() {
    return description ->
        description.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .forEach(OpenApiConfiguration::complete);
  }

  /** What is for some only is no open interface. */
  @Bean
  static OpenApiMethodFilter openToAll() {
    return method -> {
      Allow rule = AnnotatedElementUtils.findMergedAnnotation(method, Allow.class);
      if (rule == null) {
        rule = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Allow.class);
      }
      return rule != null && rule.value() == Who.ANYONE;
    };
  }

  /** Schemas are named by class and class around it, for every interface has its Summary. */
  @Bean
  static ModelResolver schemaNames(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper(),
        new TypeNameResolver() {
          @Override
          protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> around = type.getEnclosingClass();
            String name = type.getSimpleName();
            return around == null ? name : around.getSimpleName().replaceFirst("Api$", "") + name;
          }
        });
  }

  private static void complete(Operation operation) {
    ApiResponses responses = operation.getResponses();
    responses.addApiResponse("304", new ApiResponse().description("内容没有变（If-None-Match）"));
    responses.addApiResponse("400", problem("参数不对"));
    responses.addApiResponse("404", problem("没有找到"));
    responses.addApiResponse("429", problem("请求太频繁，按 Retry-After 稍后再试"));
  }

  private static ApiResponse problem(String description) {
    Schema<?> schema =
        new ObjectSchema()
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema());
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    PROBLEM, new io.swagger.v3.oas.models.media.MediaType().schema(schema)));
  }
}
