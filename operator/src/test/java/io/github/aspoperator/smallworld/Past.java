package io.github.aspoperator.smallworld;

/**
 * What the checks remember.
 *
 * @param fault whether anything has died, or was done twice at once
 * @param unclean whether the agent's last drop was not a close by a client that was told all it was
 *     owed
 * @param settled how many events had been handed to the agent so long ago that no stretch repeats
 *     them
 */
record Past(boolean fault, boolean unclean, int settled) {

  static final Past NONE = new Past(false, false, 0);

  Past faulty() {
    return new Past(true, unclean, settled);
  }

  Past dropped(boolean clean) {
    return new Past(fault, !clean, settled);
  }

  Past later(int handed) {
    return new Past(fault, unclean, handed);
  }
}
