package org.yongtong.catalogue.power;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Intermediary services, and powers that were cancelled or handed down. */
@Controller
@Allow(Who.ANYONE)
class PowerReportsController {

  private final PowerReports reports;

  PowerReportsController(PowerReports reports) {
    this.reports = reports;
  }

  @GetMapping("/intermediaries")
  String intermediaries(Model model) {
    model.addAttribute("page", reports.intermediaries());
    return "catalogue/power/intermediaries";
  }

  @GetMapping("/powers/changes")
  String changes(Model model) {
    model.addAttribute("page", reports.changes());
    return "catalogue/power/changes";
  }
}
