package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Agents with their lists and blocks, behind ports that note every call made to them. */
final class Town {

  private final Map<Handle, Agent> agents = new HashMap<>();
  private final Map<Handle, List<AllowlistEntry>> lists = new HashMap<>();
  private final Set<Block> blocks = new HashSet<>();
  private final List<String> calls = new ArrayList<>();

  Town open(Handle handle) {
    agents.put(handle, new Agent(handle, Policy.OPEN));
    return this;
  }

  /** An agent that admits only whom these entries cover. */
  Town listing(Handle handle, String... entries) {
    agents.put(handle, new Agent(handle, Policy.ALLOWLIST));
    lists.put(
        handle, Arrays.stream(entries).map(e -> AllowlistEntry.parse(e).orElseThrow()).toList());
    return this;
  }

  Town block(Handle blocker, Handle blocked) {
    blocks.add(new Block(blocker, blocked));
    return this;
  }

  Contacts contacts(Handle caller, Collection<Handle> candidates, Collection<Handle> present) {
    calls.clear();
    return new Reachability(port(Agents.class), port(Allowlists.class), port(Blocks.class))
        .contacts(caller, candidates, present);
  }

  /** The calls that the last question made, each with what was asked. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private <T> T port(Class<T> port) {
    Object proxy =
        Proxy.newProxyInstance(
            Town.class.getClassLoader(),
            new Class<?>[] {port},
            (_, method, args) -> answer(method.getName(), args));
    return port.cast(proxy);
  }

  private Object answer(String method, Object... args) {
    calls.add(method + Arrays.stream(args).map(arg -> those(arg, _ -> true)).toList());
    return switch (method) {
      case "findAll" ->
          those(args[0], agents::containsKey).stream()
              .collect(Collectors.toMap(handle -> handle, handle -> agents.get(handle)));
      case "covered" -> Set.copyOf(those(args[1], peer -> covers((Handle) args[0], peer)));
      case "covering" -> Set.copyOf(those(args[0], handle -> covers(handle, (Handle) args[1])));
      case "among" -> {
        List<Handle> among = those(args[0], _ -> true);
        yield blocks.stream()
            .filter(b -> among.contains(b.blocker()) && among.contains(b.blocked()))
            .collect(Collectors.toSet());
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private boolean covers(Handle handle, Handle peer) {
    return lists.getOrDefault(handle, List.of()).stream().anyMatch(entry -> entry.covers(peer));
  }

  /** The handles an argument holds, sorted, as far as they are wanted. */
  private static List<Handle> those(Object argument, Predicate<Handle> wanted) {
    Collection<?> all = argument instanceof Collection<?> many ? many : List.of(argument);
    return all.stream().map(Handle.class::cast).filter(wanted).sorted().toList();
  }
}
