package org.yongtong.portal;

import java.util.List;

/**
 * The national themes by which services are sorted for persons and legal persons (全国一体化在线政务服务平台
 * 主题分类), and the life events of this platform.
 */
final class Themes {

  record Theme(String code, String word) {}

  record LifeEvent(String key, String word, String icon) {}

  static final List<Theme> PERSON =
      List.of(
          new Theme("005", "生育收养"),
          new Theme("010", "户籍办理"),
          new Theme("015", "民族宗教"),
          new Theme("020", "教育科研"),
          new Theme("025", "入伍服役"),
          new Theme("030", "就业创业"),
          new Theme("035", "设立变更"),
          new Theme("040", "准营准办"),
          new Theme("045", "抵押质押"),
          new Theme("050", "职业资格"),
          new Theme("055", "行政缴费"),
          new Theme("060", "婚姻登记"),
          new Theme("065", "优待抚恤"),
          new Theme("070", "规划建设"),
          new Theme("075", "住房保障"),
          new Theme("085", "社会保障"),
          new Theme("090", "证件办理"),
          new Theme("095", "交通出行"),
          new Theme("100", "旅游观光"),
          new Theme("105", "出境入境"),
          new Theme("110", "消费维权"),
          new Theme("115", "公共安全"),
          new Theme("120", "司法公证"),
          new Theme("125", "知识产权"),
          new Theme("130", "环保绿化"),
          new Theme("135", "文化体育"),
          new Theme("140", "公用事业"),
          new Theme("145", "医疗卫生"),
          new Theme("150", "离职退休"),
          new Theme("155", "死亡殡葬"),
          new Theme("999", "其他"));

  static final List<Theme> LEGAL =
      List.of(
          new Theme("005", "设立变更"),
          new Theme("010", "准营准办"),
          new Theme("015", "资质认证"),
          new Theme("020", "年检年审"),
          new Theme("025", "税收财务"),
          new Theme("030", "人力资源"),
          new Theme("035", "社会保障"),
          new Theme("040", "投资审批"),
          new Theme("045", "融资信贷"),
          new Theme("050", "抵押质押"),
          new Theme("055", "商务贸易"),
          new Theme("060", "招标拍卖"),
          new Theme("065", "海关口岸"),
          new Theme("070", "涉外服务"),
          new Theme("075", "农林牧渔"),
          new Theme("085", "国土和规划建设"),
          new Theme("090", "交通运输"),
          new Theme("095", "环保绿化"),
          new Theme("100", "应对气候变化"),
          new Theme("105", "水务气象"),
          new Theme("110", "医疗卫生"),
          new Theme("115", "科技创新"),
          new Theme("120", "文体教育"),
          new Theme("125", "知识产权"),
          new Theme("130", "民族宗教"),
          new Theme("135", "质量技术"),
          new Theme("140", "检验检疫"),
          new Theme("145", "安全生产"),
          new Theme("150", "公安消防"),
          new Theme("155", "司法公证"),
          new Theme("160", "公用事业"),
          new Theme("165", "法人注销"),
          new Theme("170", "档案文物"),
          new Theme("999", "其他"));

  static final List<LifeEvent> LIFE_EVENTS =
      List.of(
          new LifeEvent("open-shop", "我要开店", "building-store"),
          new LifeEvent("work", "我要就业", "briefcase"),
          new LifeEvent("housing", "我要安居", "home"),
          new LifeEvent("medical", "我要看病", "stethoscope"),
          new LifeEvent("school", "我要上学", "school"),
          new LifeEvent("birth", "我要生育", "baby-carriage"),
          new LifeEvent("marriage", "我要结婚", "heart-handshake"),
          new LifeEvent("retirement", "我要养老", "sun"),
          new LifeEvent("disability", "残疾人服务", "disabled"),
          new LifeEvent("project", "我要办项目", "building-skyscraper"),
          new LifeEvent("travel", "我要出行", "plane"),
          new LifeEvent("daily-life", "日常生活", "coin"),
          new LifeEvent("farewell", "身后事", "flower"));

  private Themes() {}
}
