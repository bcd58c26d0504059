package io.github.aspoperator.aws;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Decide;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Facts;
import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Members;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.session.Stint;
import io.github.aspoperator.stored.CommitCodec;
import io.github.aspoperator.stored.RosterCodec;
import io.github.aspoperator.trust.Contacts;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * What a first call needs besides the SDK's client, done once for nobody on a thread of its own
 * while the client is made: most of a cold start is the loading of classes, and a function starts
 * on two processors. Reaches nothing and changes nothing.
 */
final class Headstart {

  private static final Handle NOBODY = Handle.of("@rehearsal.nobody");

  private Headstart() {}

  /** Begins, and returns at once. */
  static void begin() {
    Thread.ofPlatform().daemon().name("headstart").start(Headstart::run);
  }

  static void run() {
    sign();
    takeMessage();
  }

  private static void sign() {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(URI.create("https://localhost"))
            .method(SdkHttpMethod.POST)
            .build();
    AwsV4HttpSigner.create()
        .sign(signing ->
            signing
                .identity(AwsBasicCredentials.create("nobody", "nothing"))
                .request(request)
                .payload(() -> new ByteArrayInputStream(new byte[0]))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "nowhere"));
  }

  /** From what is stored of a session to what is stored of a message in it. */
  static Commit takeMessage() {
    SessionId session = new SessionId(new Ulid(0, 0));
    Standing joined = new Standing.Joined(0, false);
    Member member = new Member(0, NOBODY, joined, OptionalLong.of(0), Stint.since(0));
    Roster kept =
        new Roster(
            session,
            NOBODY,
            Optional.empty(),
            0,
            new Lifecycle.Active(),
            Members.of(List.of(member)),
            0);
    Roster roster = RosterCodec.decode(session, RosterCodec.encode(kept));
    Body body = new Body(RawJson.of("\"nobody hears this\""), Optional.empty());
    Command.Send send = new Command.Send(session, NOBODY, body, Optional.empty(), Optional.empty());
    Facts facts = new Facts(0, new Ulid(0, 1), 0, Contacts.NONE);
    Decision decision = Decide.on(new SessionState(roster, 0, 0), send, facts);
    if (!(decision instanceof Decision.Append(var commit))) {
      throw new IllegalStateException("nobody's message is not taken: " + decision);
    }
    byte[] bytes = CommitCodec.encode(commit);
    return CommitCodec.decode(session, commit.key(), commit.command(), bytes);
  }
}
