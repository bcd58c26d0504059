package io.github.aspoperator.local;

import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.wire.request.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which agents a start asks for. */
final class Seeds {

  private Seeds() {}

  /** Those of the seed file, if one is given: read before anything is made. */
  static Optional<List<Seed>> read(Optional<Path> file) {
    return file.map(Seeds::read);
  }

  /**
   * Those to begin with where no file is given: the default ones in a place that is new. The
   * operator's own token is set once the first seed is there, so a first start that was killed is
   * made up for.
   */
  static List<Seed> unasked(Ports ports) {
    boolean fresh = ports.credentials().of(new Principal.OfOperator()).isEmpty();
    return fresh ? Seeding.defaults() : List.of();
  }

  private static List<Seed> read(Path file) {
    try {
      return io.github.aspoperator.wire.request.Seeds.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CannotStart("The seed file " + file + " cannot be read: " + e.getMessage(), e);
    } catch (Refused refused) {
      String where =
          refused.refusal() instanceof Refusal.InvalidRequest(var field, var message)
              ? " at " + (field.isEmpty() ? "its beginning" : field) + ": " + message
              : ".";
      throw new CannotStart("The seed file " + file + " is wrong" + where, refused);
    }
  }
}
