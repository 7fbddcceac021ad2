package org.yongtong.certificate;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.Role;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

  @Bean
  MenuEntry.Source certificateMenu() {
    return () ->
        List.of(
            new MenuEntry(
                60,
                "证照管理",
                "/desk/certificates",
                "certificate",
                Role.DECIDER,
                Role.HEAD,
                Role.SUPERVISOR));
  }
}
