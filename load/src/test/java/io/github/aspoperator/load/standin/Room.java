package io.github.aspoperator.load.standin;

import java.util.ArrayList;
import java.util.List;

/** A session of the stand-in: its log, and the two who are in it. */
final class Room {
  private final String id;
  private final boolean first;
  private final List<Member> members = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  Room(String id, boolean first, Member creator) {
    this.id = id;
    this.first = first;
    members.add(creator);
    creator.enter(this);
  }

  List<String> events() {
    return events;
  }

  boolean isFirst() {
    return first;
  }

  boolean isInvitee(Member member) {
    return members.indexOf(member) == 1;
  }

  boolean isIn(Member member) {
    return members.contains(member);
  }

  void add(Member member) {
    members.add(member);
    member.enter(this);
  }

  /** Appends an event and hands it to everybody. */
  void append(String type, String payload) {
    int sequence = events.size() + 1;
    events.add(
        """
        {"type":"session.%s","session_id":"%s","event_id":"evt_%s_%s","sequence":%s,"created_at":1,"payload":{%s}}\
        """
            .formatted(type, id, id, String.valueOf(sequence), String.valueOf(sequence), payload));
    members.forEach(member -> member.catchUp(this));
  }
}
