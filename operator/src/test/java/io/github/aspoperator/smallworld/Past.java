package io.github.aspoperator.smallworld;

/**
 * What the checks remember.
 *
 * @param fault whether anything has died, or was done twice at once
 * @param unclean whether the agent's last drop was not a close by the client
 */
record Past(boolean fault, boolean unclean) {

  Past faulty() {
    return new Past(true, unclean);
  }

  Past dropped(boolean clean) {
    return new Past(fault, !clean);
  }
}
