package org.yongtong.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MerkleTreeTest {

  @Property(tries = 300)
  void everyLeafLeadsToTheRoot(@ForAll @Size(min = 1, max = 70) List<byte[]> data) {
    List<byte[]> leaves = data.stream().map(MerkleTree::leaf).toList();
    var tree = new MerkleTree(leaves);
    for (int i = 0; i < leaves.size(); i++) {
      assertThat(MerkleTree.rootFrom(leaves.get(i), i, leaves.size(), tree.path(i)))
          .isEqualTo(tree.root());
    }
  }

  @Property(tries = 300)
  void aChangedLeafChangesTheRoot(
      @ForAll @IntRange(min = 1, max = 70) int count, @ForAll @IntRange(max = 69) int chosen) {
    List<byte[]> leaves = leaves(count);
    int index = chosen % count;
    var tree = new MerkleTree(leaves);
    byte[] changed = leaves.get(index).clone();
    changed[0] ^= 1;
    assertThat(MerkleTree.rootFrom(changed, index, count, tree.path(index)))
        .isNotEqualTo(tree.root());
    List<byte[]> others = new ArrayList<>(leaves);
    others.set(index, changed);
    assertThat(new MerkleTree(others).root()).isNotEqualTo(tree.root());
  }

  @Property(tries = 300)
  void aLeafHoldsOnlyAtItsOwnPlace(
      @ForAll @IntRange(min = 2, max = 70) int count,
      @ForAll @IntRange(max = 69) int one,
      @ForAll @IntRange(max = 69) int two) {
    if (one % count == two % count) {
      return;
    }
    List<byte[]> leaves = leaves(count);
    var tree = new MerkleTree(leaves);
    assertThat(
            MerkleTree.rootFrom(
                leaves.get(one % count), two % count, count, tree.path(one % count)))
        .isNotEqualTo(tree.root());
  }

  @Property(tries = 100)
  void aNodeCannotPassForALeaf(@ForAll @IntRange(min = 2, max = 40) int count) {
    List<byte[]> leaves = leaves(count);
    var root = new MerkleTree(leaves).root();
    var split = Integer.highestOneBit(count - 1);
    byte[] left = new MerkleTree(leaves.subList(0, split)).root();
    byte[] right = new MerkleTree(leaves.subList(split, count)).root();
    assertThat(new MerkleTree(List.of(MerkleTree.leaf(join(left, right)))).root())
        .isNotEqualTo(root);
    assertThat(new MerkleTree(List.of(left, right)).root()).isEqualTo(root);
  }

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(MerkleTree.leaf(Integer.toString(i).getBytes(StandardCharsets.US_ASCII)));
    }
    return leaves;
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] both = java.util.Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
