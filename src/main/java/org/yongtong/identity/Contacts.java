package org.yongtong.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers and phones of the sample accounts, by login; in memory only. */
@Component
class Contacts {

  private final Map<String, Contact> byLogin = new ConcurrentHashMap<>();

  void put(String login, Contact contact) {
    byLogin.put(login, contact);
  }

  @Nullable Contact find(String login) {
    return byLogin.get(login);
  }

  record Contact(String code, String phone) {
    @Override
    public String toString() {
      return "Contact[]";
    }
  }
}
