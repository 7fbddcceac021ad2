package org.yongtong.catalogue.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongtong.catalogue.edit.Head;
import org.yongtong.form.FormView;

/**
 * A test run of a draft's form as one of the sample people.
 *
 * @param readable false while the form is wrong
 * @param people to choose from: address → words
 * @param who as whom it is tried, in words; null while nobody is chosen
 * @param query names him in addresses
 * @param view the form as he gets it
 * @param filled what the registers have filled in, in words
 * @param missing path → what he still has to fill in
 * @param wrong path → what is filled in and not right
 * @param papers that he has to hand in
 * @param spared papers that a register or certificate holds
 */
public record TryPage(
    Head head,
    boolean readable,
    Map<String, String> people,
    @Nullable String who,
    String query,
    @Nullable FormView view,
    List<String> filled,
    Map<String, String> missing,
    Map<String, String> wrong,
    List<String> papers,
    List<String> spared,
    int days,
    String department) {

  public String path() {
    return head.path() + "/try";
  }
}
