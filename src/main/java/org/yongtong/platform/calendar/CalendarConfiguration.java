package org.yongtong.platform.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yongtong.platform.CityPack;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

  /** The city's calendar; its region is that of the pack's first division. */
  @Bean
  WorkCalendar workCalendar(CityPack pack) {
    String region = pack.csv("divisions.csv").getFirst().get("code").substring(0, 2);
    return WorkCalendar.of(pack.yaml("calendar.yaml"), region);
  }
}
