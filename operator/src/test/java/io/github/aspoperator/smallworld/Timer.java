package io.github.aspoperator.smallworld;

import io.github.aspoperator.job.Job;

/**
 * A job for later. It may run any time, but not before its sender has ended: timers are long enough
 * for that.
 *
 * @param job which
 * @param slot where its sender is at work
 */
record Timer(Job job, int slot) {}
