/** Special procedures: what a case needs beside the review, while its clock stands. */
@org.jspecify.annotations.NullMarked
package org.yongtong.casework.special;
