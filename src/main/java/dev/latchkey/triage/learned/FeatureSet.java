package dev.latchkey.triage.learned;

import java.util.Arrays;

/** Some features of a text; emptied in the time that it took to fill it. For one thread. */
final class FeatureSet {
  /** Each feature, and one more, at the first free slot behind where it belongs. */
  private int[] slots = new int[1024];

  /** What is left of a product are as many bits as a slot has. */
  private int shift = Integer.numberOfLeadingZeros(slots.length) + 1;

  /** The slots that are taken. */
  private int[] taken = new int[slots.length / 2];

  private int count;

  /** Whether it was not there before. */
  boolean add(int feature) {
    int slot = slot(feature);
    if (slots[slot] != 0) {
      return false;
    }
    slots[slot] = feature + 1;
    taken[count++] = slot;
    if (count == taken.length) {
      grow();
    }
    return true;
  }

  /** Where {@code feature} stands, or would. */
  private int slot(int feature) {
    int slot = (feature * TextFeatures.SPREAD) >>> shift;
    while (slots[slot] != 0 && slots[slot] != feature + 1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    shift--;
    taken = Arrays.copyOf(taken, slots.length / 2);
    for (int at = 0; at < count; at++) {
      int feature = old[taken[at]] - 1;
      taken[at] = slot(feature);
      slots[taken[at]] = feature + 1;
    }
  }

  /** Those in {@code features} and no other. */
  void fill(int[] features) {
    clear();
    for (int feature : features) {
      add(feature);
    }
  }

  int[] toArray() {
    int[] all = new int[count];
    for (int at = 0; at < count; at++) {
      all[at] = slots[taken[at]] - 1;
    }
    return all;
  }

  void clear() {
    for (int at = 0; at < count; at++) {
      slots[taken[at]] = 0;
    }
    count = 0;
  }
}
