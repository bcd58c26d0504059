package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of agents; one without a policy is a tombstone. */
final class AgentTable {

  private AgentTable() {}

  static boolean insert(Db db, Agent agent) throws SQLException {
    return db.update(
            "insert into agents values (?, ?, ?) on conflict do nothing",
            agent.handle().owner().name(),
            agent.handle().name(),
            agent.policy().text())
        == 1;
  }

  static boolean update(Db db, Handle handle, Optional<Policy> policy) throws SQLException {
    return db.update(
            "update agents set policy = ? where owner = ? and name = ? and policy is not null",
            policy.map(Policy::text).orElse(null),
            handle.owner().name(),
            handle.name())
        == 1;
  }

  static Optional<Agent> find(Db db, Handle handle) throws SQLException {
    return db.first(
        """
        select owner, name, policy from agents \
        where owner = ? and name = ? and policy is not null\
        """,
        AgentTable::agent,
        handle.owner().name(),
        handle.name());
  }

  static boolean isRemoved(Db db, Handle handle) throws SQLException {
    return db.any(
        "select 1 from agents where owner = ? and name = ? and policy is null",
        handle.owner().name(),
        handle.name());
  }

  static List<Agent> page(Db db, Optional<Owner> owner, Optional<Handle> after, int limit)
      throws SQLException {
    String from = after.map(handle -> handle.owner().name()).orElse("");
    String name = after.map(Handle::name).orElse("");
    return db.all(
        """
        select owner, name, policy from agents \
        where policy is not null and (owner, name) > (?1, ?2) and (?3 is null or owner = ?3) \
        order by owner, name limit ?4\
        """,
        AgentTable::agent,
        from,
        name,
        owner.map(Owner::name).orElse(null),
        limit);
  }

  private static Agent agent(ResultSet row) throws SQLException {
    Handle handle = new Handle(new Owner(row.getString(1)), row.getString(2));
    String policy = row.getString(3);
    return new Agent(handle, Policy.OPEN.text().equals(policy) ? Policy.OPEN : Policy.ALLOWLIST);
  }
}
