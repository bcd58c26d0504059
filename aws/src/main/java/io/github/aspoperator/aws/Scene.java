package io.github.aspoperator.aws;

import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.aws.process.Surroundings;
import io.github.aspoperator.aws.process.VirtualThreads;
import io.github.aspoperator.aws.stage.Stage;
import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Members;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Two agents that are nobody, in two sessions that are none, on a {@link Stage}: there an event
 * goes the whole way, through the SDK too, and has no effect.
 */
public final class Scene {

  /** A session that has been quiet for a while. */
  public static final SessionId QUIET = new SessionId(new Ulid(0, 0));

  /** A session in which something was said just now. */
  public static final SessionId BUSY = new SessionId(new Ulid(0, 1));

  /** Who speaks; it has no connection yet. */
  public static final Handle SPEAKER = Handle.of("@rehearsal.nobody");

  /** Who listens. */
  public static final Handle LISTENER = Handle.of("@rehearsal.noone");

  /** The listener's connection. */
  public static final ConnectionId CONNECTION = new ConnectionId("rehearsal");

  private static final long HOUR = 3_600_000;

  /** Sequence of the last event of both sessions: a creation, an invitation and a joining. */
  private static final long LAST = 2;

  private final Token token = Token.fresh();
  private final Aws aws;
  private final RawJson commit;

  Scene(Settings settings) {
    Stage stage = new Stage();
    Clock clock = System::currentTimeMillis;
    var nobodys = StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none"));
    Clients clients = new Clients(settings, nobodys, stage);
    this.aws =
        new Aws(
            settings, new Surroundings(clients, new VirtualThreads(), clock, new RandomIds(clock)));
    aws.ports().credentials().set(new Principal.OfAgent(SPEAKER), token.hash());
    head(QUIET, 0);
    head(BUSY, clock.now() + HOUR);
    Presence listening = Presence.NEVER.connect(CONNECTION, 0, token.hash());
    aws.ports().presences().replace(LISTENER, 0, listening);
    aws.connectionOwners().put(new Owned(CONNECTION, LISTENER, 0, false));
    aws.ports().log().append(message(QUIET));
    // a drain would find it in the log again and again, since no head moves here
    this.commit = stage.takeLast();
    aws.ports().log().append(message(BUSY));
    stage.play();
  }

  private void head(SessionId session, long at) {
    Roster roster =
        new Roster(
            session,
            SPEAKER,
            Optional.empty(),
            0,
            new Lifecycle.Active(),
            Members.of(List.of(member(0, SPEAKER), member(1, LISTENER))),
            LAST);
    Head head = new Head(LAST, at, 1, MemberBits.NONE, LAST);
    aws.ports().heads().replace(session, 0, head, Optional.of(roster));
  }

  private static Member member(int index, Handle handle) {
    Standing joined = new Standing.Joined(0, false);
    Stint stint = Stint.since(index * LAST);
    return new Member(index, handle, joined, OptionalLong.of(0), stint);
  }

  private static Commit message(SessionId session) {
    Body body = new Body(RawJson.of("\"nobody hears this\""), Optional.empty());
    Payload said = new Payload.Message(SPEAKER, body, Optional.empty());
    return Commit.of(
        session, LAST + 1, new Ulid(0, 0), 0, Optional.empty(), Optional.empty(), List.of(said));
  }

  /** All adapters, on the stage. */
  public Aws aws() {
    return aws;
  }

  /** The speaker's token. */
  public Token token() {
    return token;
  }

  /**
   * A message in the quiet session, behind its last event, as the item that a stream would show.
   */
  public RawJson commit() {
    return commit;
  }
}
