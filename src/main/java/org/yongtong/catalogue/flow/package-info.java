/** Operation flows (运行流程图) drawn from the definition that runs. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.flow;
