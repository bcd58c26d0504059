package io.github.aspoperator.wire.reply;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.AgentPage;
import io.github.aspoperator.operator.AgentView;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.List;

/** What owners and the operator are answered when their call succeeds (protocol section 7). */
public final class OwnerReplies {

  private static final int SMALL = 256;
  private static final Reply DONE = Reply.of(204);

  private OwnerReplies() {}

  /** {@code 201 {handle, policy, allowlist, token}}. */
  public static Reply registered(AgentView agent) {
    return Reply.of(201, agent(new JsonWriter(SMALL), agent));
  }

  /** {@code 200 {handle, policy, allowlist, token?}}. */
  public static Reply agent(AgentView agent) {
    return Reply.of(200, agent(new JsonWriter(SMALL), agent));
  }

  /** {@code 200 {agents:[…], next_cursor?}}. */
  public static Reply agents(AgentPage page) {
    JsonWriter out =
        new JsonWriter(SMALL * (1 + page.agents().size())).object().name("agents").array();
    page.agents().forEach(agent -> agent(out, agent));
    out.endArray();
    page.next().ifPresent(next -> out.name("next_cursor").word(next.text()));
    return Reply.of(200, out.endObject());
  }

  private static JsonWriter agent(JsonWriter out, AgentView view) {
    out.object().name("handle").word(view.agent().handle().text());
    out.name("policy").word(view.agent().policy().text()).name("allowlist").array();
    view.allowlist().forEach(entry -> out.word(entry.text()));
    out.endArray();
    view.token().ifPresent(token -> out.name("token").string(token.secret()));
    return out.endObject();
  }

  /** {@code 200 {blocks:[…]}}. */
  public static Reply blocks(List<Handle> blocks) {
    return Replies.handles("blocks", blocks);
  }

  /** {@code 201 {owner, token}}. */
  public static Reply ownerRegistered(Owner owner, Token token) {
    return owner(201, owner, token);
  }

  /** {@code 200 {owner, token}}. */
  public static Reply ownerRotated(Owner owner, Token token) {
    return owner(200, owner, token);
  }

  private static Reply owner(int status, Owner owner, Token token) {
    JsonWriter out = new JsonWriter(SMALL).object();
    out.name("owner").word(owner.name()).name("token").string(token.secret());
    return Reply.of(status, out.endObject());
  }

  /** {@code 204}: blocked, unblocked, removed. */
  public static Reply done() {
    return DONE;
  }
}
