/** SM2, SM3 and SM4: signing, digests, field encryption with blind indexes. */
@org.jspecify.annotations.NullMarked
package org.yongtong.platform.crypto;
