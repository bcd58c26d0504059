package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import java.sql.SQLException;
import java.util.Optional;

/** The table of tokens. A principal is spelled by a letter for its kind and its name. */
final class CredentialTable {

  private CredentialTable() {}

  static Optional<Principal> find(Db db, TokenHash token) throws SQLException {
    return db.first(
        "select principal from credentials where token = ?",
        row -> principal(row.getString(1)),
        token.hex());
  }

  static Optional<TokenHash> of(Db db, Principal principal) throws SQLException {
    return db.first(
        "select token from credentials where principal = ?",
        row -> new TokenHash(row.getString(1)),
        spelled(principal));
  }

  static void set(Db db, Principal principal, TokenHash token) throws SQLException {
    delete(db, principal);
    db.update("replace into credentials values (?, ?)", token.hex(), spelled(principal));
  }

  static void delete(Db db, Principal principal) throws SQLException {
    db.update("delete from credentials where principal = ?", spelled(principal));
  }

  private static String spelled(Principal principal) {
    return switch (principal) {
      case Principal.OfAgent agent -> "a" + agent.handle().text();
      case Principal.OfOwner owner -> "o" + owner.owner().name();
      case Principal.OfOperator _ -> "r";
    };
  }

  private static Principal principal(String spelled) {
    String name = spelled.substring(1);
    return switch (spelled.charAt(0)) {
      case 'a' -> new Principal.OfAgent(Handle.of(name));
      case 'o' -> new Principal.OfOwner(new Owner(name));
      case 'r' -> new Principal.OfOperator();
      default -> throw new IllegalStateException("no principal is spelled like that");
    };
  }
}
