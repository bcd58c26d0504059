package io.github.aspoperator.load.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent of the stand-in: its connection, and how far it has come in each of its sessions. */
final class Member {
  private final Map<Room, Integer> handed = new HashMap<>();
  private final Faults faults;
  private @Nullable Ear socket;
  private @Nullable String held;

  Member(Faults faults) {
    this.faults = faults;
  }

  void enter(Room room) {
    handed.putIfAbsent(room, 0);
    catchUp(room);
  }

  void connect(Ear opened) {
    socket = opened;
    if (faults.lasting(Fault.RESEND)) {
      handed.replaceAll((room, count) -> Math.max(0, count - 1));
    }
    List<Room> rooms = new ArrayList<>(handed.keySet());
    rooms.forEach(this::catchUp);
  }

  void disconnect(Ear closed) {
    if (socket == closed) {
      socket = null;
    }
  }

  /** Hands over what this agent has not had of a room. */
  void catchUp(Room room) {
    List<String> events = room.events();
    for (int i = handed.getOrDefault(room, 0); socket != null && i < events.size(); i++) {
      handed.put(room, i + 1);
      send(socket, room, i + 1, events.get(i));
    }
  }

  /** An event that is not for this agent. */
  void stray(String event) {
    if (socket != null) {
      socket.text(event);
    }
  }

  private void send(Ear to, Room room, int sequence, String event) {
    if (!room.isInvitee(this)) {
      to.text(event);
    } else if (faults.strikes(Fault.SWAP, room, sequence)) {
      held = event;
    } else if (faults.strikes(Fault.DROP, room, sequence)) {
      to.drop();
    } else if (!faults.strikes(Fault.LOSE, room, sequence)) {
      to.text(event);
      if (faults.strikes(Fault.REPEAT, room, sequence)) {
        to.text(event);
      }
      if (held != null) {
        to.text(held);
        held = null;
      }
    }
  }
}
