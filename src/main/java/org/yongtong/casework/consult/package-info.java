/** Asking another department for its opinion on a case, and answering. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.consult;
