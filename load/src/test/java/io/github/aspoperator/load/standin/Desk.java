package io.github.aspoperator.load.standin;

import java.util.HashMap;
import java.util.Map;

/** What the stand-in answers; one call at a time. */
final class Desk {
  private final Faults faults;
  private final Runnable death;
  private final Map<String, Member> byToken = new HashMap<>();
  private final Map<String, Member> byHandle = new HashMap<>();
  private final Map<String, Room> rooms = new HashMap<>();

  Desk(Faults faults, Runnable death) {
    this.faults = faults;
    this.death = death;
  }

  synchronized Reply answer(Request request) {
    String[] parts = request.line().split("[ /]+", -1);
    if (parts[1].equals("_admin")) {
      return request.token().equals(StandIn.ADMIN_TOKEN)
          ? register(request.field("handle"))
          : new Reply(401, "{}");
    }
    Member caller = byToken.get(request.token());
    if (caller == null) {
      return new Reply(401, "{}");
    }
    if (parts.length == 4 && parts[0].equals("POST")) {
      return create(caller, request);
    }
    Room room = rooms.get(parts[2]);
    return room == null ? new Reply(404, "{}") : inRoom(room, caller, request, parts[3]);
  }

  /** How a handshake with this token is answered. */
  synchronized int greet(String token) {
    if (faults.strikes(Fault.BUSY)) {
      return 429;
    }
    return byToken.containsKey(token) ? 101 : 401;
  }

  synchronized void connect(String token, Ear ear) {
    Member member = byToken.get(token);
    if (member != null) {
      member.connect(ear);
    }
  }

  synchronized void disconnect(String token, Ear ear) {
    Member member = byToken.get(token);
    if (member != null) {
      member.disconnect(ear);
    }
  }

  private Reply register(String handle) {
    Member member = new Member(faults);
    String token = "token-of-" + handle;
    byToken.put(token, member);
    byHandle.put(handle, member);
    return new Reply(
        201,
        "{\"handle\":\""
            + handle
            + "\",\"policy\":\"open\",\"allowlist\":[],\"token\":\""
            + token
            + "\"}");
  }

  private Reply create(Member caller, Request request) {
    String handle = request.body().replaceAll(".*\\[\"|\"\\].*", "");
    Member invitee = byHandle.get(handle);
    if (invitee == null) {
      return new Reply(404, "{}");
    }
    String id = "sess_" + rooms.size();
    Room room = new Room(id, rooms.isEmpty(), caller);
    rooms.put(id, room);
    room.append("invited", "\"invitee\":\"" + handle + "\",\"by\":\"@x.y\"");
    return new Reply(201, "{\"session_id\":\"" + id + "\"}");
  }

  private Reply inRoom(Room room, Member caller, Request request, String verb) {
    if (verb.equals("join")) {
      room.append("joined", "\"agent\":\"@x.y\"");
      room.add(caller);
      return new Reply(200, "{\"ok\":true}");
    }
    if (!room.isIn(caller)) {
      return new Reply(404, "{}");
    }
    return switch (verb) {
      case "messages" -> send(room, request);
      case "end" -> {
        room.append("ended", "");
        yield new Reply(200, "{\"ok\":true}");
      }
      default -> new Reply(200, "{}");
    };
  }

  private Reply send(Room room, Request request) {
    int next = room.events().size() + 1;
    if (faults.strikes(Fault.DIE, room, next)) {
      death.run();
    }
    if (faults.strikes(Fault.REFUSE, room, next)) {
      return new Reply(500, "{}");
    }
    String id = "msg_" + room.isFirst() + "_" + next;
    room.append(
        "message", "\"id\":\"" + id + "\",\"content\":\"" + request.field("content") + "\"");
    if (faults.strikes(Fault.STRAY, room, next)) {
      String event = room.events().getLast();
      byHandle.values().stream()
          .filter(member -> !room.isIn(member))
          .findAny()
          .ifPresent(member -> member.stray(event));
    }
    String answered = faults.strikes(Fault.RENAME, room, next) ? "msg_another" : id;
    return new Reply(201, "{\"message_id\":\"" + answered + "\",\"sequence\":" + next + "}");
  }
}
