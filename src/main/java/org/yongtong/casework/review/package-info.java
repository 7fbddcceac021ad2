/** The reviewer: opinion, question to the applicant, extension. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.review;
