package org.yongtong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ModelAndView;

/** The selects below a county and below a town. */
class AddressPickerPageTest {

  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new PlacesController(FormFixture.places())).build();

  @Test
  void aCountyGivesItsTownsAndATownItsVillages() throws Exception {
    Document towns = places("/form/places?path=place&f.place.county=450103000000");
    assertThat(towns.select("select[name=f.place.town] option").eachText()).contains("新竹街道");
    assertThat(towns.select("select[name=f.place.village] option")).hasSize(1);
    String town = towns.select("select[name=f.place.town] option").get(1).attr("value");

    Document villages = places("/form/places?path=r.0.home&f.r.0.home.town=" + town);
    assertThat(villages.select("select")).hasSize(1);
    assertThat(villages.select("select[name=f.r.0.home.village] option").size()).isGreaterThan(1);
    assertThat(
            places("/form/places?path=place&parent=" + town).select("select[name=f.place.village]"))
        .hasSize(1);
  }

  @Test
  void anUnknownPlaceOffersNothingAndAForgedPathIsRefused() throws Exception {
    assertThat(
            places("/form/places?path=place&f.place.county=000000000000")
                .select("option[value~=[0-9]]"))
        .isEmpty();
    web.perform(get("/form/places").param("path", "x\"><script>"))
        .andExpect(status().isBadRequest());
  }

  private Document places(String address) throws Exception {
    ModelAndView answer =
        Objects.requireNonNull(
            web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "public, max-age=3600"))
                .andReturn()
                .getModelAndView());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("page", answer.getModel().get("page"));
    parameters.put("shell", FormPages.SHELL);
    return Jsoup.parse(FormPages.render(answer.getViewName() + ".jte", parameters));
  }
}
