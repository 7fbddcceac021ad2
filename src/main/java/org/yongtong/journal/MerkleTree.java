package org.yongtong.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.yongtong.platform.crypto.Sm3;

/**
 * Merkle tree after RFC 6962 §2.1 with SM3: a leaf is hashed behind 0x00, a node behind 0x01, so
 * that neither can be passed off as the other.
 */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<byte[]> leaves;

  /**
   * @param leaves leaf hashes in order, at least one
   */
  MerkleTree(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree has at least one leaf");
    }
    this.leaves = leaves;
  }

  /** Leaf over a row: its position, transaction id and content hash. */
  static byte[] leaf(long position, long tx, byte[] rowHash) {
    return leaf(
        ByteBuffer.allocate(16 + rowHash.length)
            .putLong(position)
            .putLong(tx)
            .put(rowHash)
            .array());
  }

  static byte[] leaf(byte[] data) {
    return Sm3.digest(LEAF, data);
  }

  byte[] root() {
    return root(leaves);
  }

  /** Hashes that lead from the leaf at {@code index} to the root, lowest first. */
  List<byte[]> path(int index) {
    List<byte[]> path = new ArrayList<>();
    collect(leaves, index, path);
    return path;
  }

  /** The root that a leaf and its path lead to; null when the path does not fit the tree's size. */
  static byte @org.jspecify.annotations.Nullable [] rootFrom(
      byte[] leaf, int index, int count, List<byte[]> path) {
    if (index < 0 || index >= count) {
      return null;
    }
    int node = index;
    int last = count - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return null;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? hash : null;
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = split(leaves.size());
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static void collect(List<byte[]> leaves, int index, List<byte[]> path) {
    if (leaves.size() == 1) {
      return;
    }
    int split = split(leaves.size());
    List<byte[]> left = leaves.subList(0, split);
    List<byte[]> right = leaves.subList(split, leaves.size());
    if (index < split) {
      collect(left, index, path);
      path.add(root(right));
    } else {
      collect(right, index - split, path);
      path.add(root(left));
    }
  }

  /** The largest power of two below {@code size}. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Sm3.digest(NODE, left, right);
  }
}
