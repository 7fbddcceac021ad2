package org.yongtong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yongtong.YongtongTest;

@YongtongTest
class SearchDbTest {

  @Autowired Catalogue catalogue;

  @ParameterizedTest
  @CsvSource({
    "开饭店,food-business-licence",
    "開飯店,food-business-licence",
    "食品许可,food-business-licence",
    "食品經營許可證,food-business-licence",
    "我想开奶茶店需要什么手续,food-business-licence",
    "餐饮 许可,food-business-licence",
    "学校食堂 许可证,food-business-licence",
    "营业执照,individual-business-registration",
    "个体户 执照,individual-business-registration",
    "怎么办营业执照,individual-business-registration",
    "摆摊,individual-business-registration",
    "理发店,public-place-hygiene-licence",
    "开宾馆,public-place-hygiene-licence",
    "公共场所卫生,public-place-hygiene-licence",
    "网吧,internet-cafe-licence",
    "电竞酒店怎么办证,internet-cafe-licence",
    "卖书,publication-retail-licence",
    "開書店,publication-retail-licence",
    "加油站,hazardous-chemicals-licence",
    "危化品 许可,hazardous-chemicals-licence",
    "货车营运证,road-freight-licence",
    "物流公司,road-freight-licence",
    "劳务派遣,labour-dispatch-licence",
    "猎头,hr-service-licence",
    "职业中介,hr-service-licence",
    "游泳馆 许可,high-risk-sports-licence",
    "培训学校,private-school-establishment",
    "办学许可证,private-school-establishment",
    "开诊所,medical-institution-registration",
    "醫療機構 登記,medical-institution-registration",
    "护士注册,nurse-registration",
    "教师资格证,teacher-qualification",
    "考过教资怎么领证,teacher-qualification",
    "低保,minimum-living-allowance",
    "申请低保需要什么材料,minimum-living-allowance",
    "家里困难 补助,minimum-living-allowance",
    "临时救助,temporary-relief",
    "高龄津贴,old-age-allowance",
    "老人补贴,old-age-allowance",
    "残疾证,disability-certificate",
    "残疾人补贴,disability-subsidies",
    "公租房,public-rental-housing",
    "公积金提取,housing-fund-withdrawal",
    "租房 公积金,housing-fund-withdrawal",
    "取公积金,housing-fund-withdrawal",
    "异地就医,remote-medical-filing",
    "外地看病,remote-medical-filing",
    "失业登记,unemployment-registration",
    "社保补贴,flexible-employment-subsidy",
    "灵活就业,flexible-employment-subsidy",
    "法律援助,legal-aid",
    "请不起律师,legal-aid",
    "施工许可证,construction-permit",
    "项目备案,project-filing",
    "节能审查,energy-saving-review",
    "能评,energy-saving-review",
    "排污许可证,pollutant-discharge-permit",
    "打井,water-abstraction-permit",
    "取水许可,water-abstraction-permit",
    "砍树,tree-felling-permit",
    "林木采伐,tree-felling-permit",
    "广告牌,outdoor-advertising",
    "占用绿地,green-space-occupation",
    "演唱会,commercial-performance-approval",
    "成立协会,association-registration",
    "电梯 登记,special-equipment-registration",
    "叉车,special-equipment-registration",
    "收废品,recycling-operator-filing",
    "养猪场,animal-epidemic-prevention-licence",
    "动物防疫,animal-epidemic-prevention-licence"
  })
  void whatPeopleSayFindsTheRightItemFirst(String words, String item) {
    assertThat(search(words, null, 5)).as(words).first().extracting(ItemHead::id).isEqualTo(item);
  }

  @Test
  void nonsenseFindsNothing() {
    assertThat(search("zzqqxx", null, 5)).isEmpty();
    assertThat(search("？？！", null, 5)).isEmpty();
    assertThat(search("<script>alert(1)</script>", null, 5)).isEmpty();
  }

  @Test
  void filtersHoldTogetherWithWords() {
    assertThat(search("许可", ServiceItem.Audience.PERSON, 100))
        .isNotEmpty()
        .allMatch(item -> item.audience().contains(ServiceItem.Audience.PERSON));
    var query =
        new ItemQuery(
            null,
            null,
            ServiceItem.Kind.PERMIT,
            "market_regulation",
            "legal:010",
            "open-shop",
            null,
            null,
            9);
    assertThat(catalogue.search(query))
        .extracting(ItemHead::id)
        .contains("food-business-licence")
        .doesNotContain("old-age-allowance");
  }

  @Test
  void withoutWordsAllItemsComeByName() {
    assertThat(search("", null, Integer.MAX_VALUE)).isEqualTo(catalogue.leads());
    assertThat(search("", null, 3)).hasSize(3);
  }

  private List<ItemHead> search(String words, ServiceItem.@Nullable Audience audience, int limit) {
    return catalogue.search(
        new ItemQuery(words, audience, null, null, null, null, null, null, limit));
  }
}
