package org.yongtong.certificate;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.MenuEntry;
import org.yongtong.platform.web.MySpaceCard;
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

  @Bean
  MySpaceCard.Source myCertificatesCard(CertificateTables tables) {
    return viewer -> {
      if (!(viewer instanceof SignedIn me) || me.code() == null) {
        return List.of();
      }
      return List.of(
          new MySpaceCard(
              30,
              "我的证照",
              "/my/certificates",
              "certificate",
              "查看、出示和下载您名下的电子证照",
              tables.countOfHolder(me.code())));
    };
  }
}
