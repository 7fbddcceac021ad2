package org.yongtong.casework.extra;

import java.util.Arrays;

/** The steps of a report in the words of the page that anybody may read. */
final class DemandWords {

  private DemandWords() {}

  static String step(String kind) {
    return Arrays.stream(DemandStep.values())
        .filter(step -> step.kind().equals(kind))
        .findFirst()
        .map(
            step ->
                switch (step) {
                  case REPORT -> "收到举报";
                  case ASK -> "政务服务监督部门要求办理部门答复";
                  case ANSWER -> "办理部门作出答复";
                  case FOUND -> "认定属实";
                  case DISMISS -> "认定不属实";
                })
        .orElse(kind);
  }
}
