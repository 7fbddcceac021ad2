package org.yongtong.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** Pages that only say something: the accessibility statement and the living style page. */
@Controller
@Allow(Who.ANYONE)
class StatementController {

  @GetMapping("/accessibility")
  String accessibility() {
    return "portal/accessibility";
  }

  /** Every component of the pages in all its states, for those who write or test pages. */
  @GetMapping("/styleguide")
  String styleguide() {
    return "portal/styleguide";
  }
}
