/** The applicant's own cases: progress, correction, questions, withdrawal, result. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.mine;
