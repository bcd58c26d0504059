package io.github.aspoperator.soak.home;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.soak.client.Call.Answer;
import io.github.aspoperator.soak.fault.Fault;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An operator that runs, and can be hurt. */
public interface Home extends AutoCloseable {

  /** Its name for the user. */
  String name();

  /** Where agents and owners find it, whenever it is there. */
  URI url();

  /** The operator's token. */
  String adminToken();

  /** What is counted as absence. */
  Windows windows();

  /** How much it is given to do. */
  Load load();

  /** What may strike it, each as often as it is to strike among the others. */
  List<Fault> faults();

  /** Waits as long as it is to be left alone. */
  void rest(RandomGenerator draw) throws InterruptedException;

  /** Does that to it, until it is over. */
  void strike(Fault fault, RandomGenerator draw) throws InterruptedException;

  /** Nothing is wrong with it any more, and it runs. */
  void recover() throws InterruptedException;

  /**
   * Since when it may not have known that a connection is there, where it was lost at {@code now}.
   */
  long knewAt(long now);

  /** Whether what is wrong here explains that a handshake has that status. */
  boolean explains(int status);

  /** Whether it explains that answer, and the answer says so as it should. */
  boolean explains(Answer answer);

  /** What it keeps of these sessions, while it runs and nothing is written. */
  Map<SessionId, List<Commit>> look(Collection<SessionId> sessions);

  /** Stops it in order. */
  void stop() throws InterruptedException;

  /** What it has kept, once it is stopped. */
  Map<SessionId, List<Commit>> kept(Collection<SessionId> sessions);

  /** The longest it was gone, in milliseconds. */
  long longestOutage();

  @Override
  void close();
}
