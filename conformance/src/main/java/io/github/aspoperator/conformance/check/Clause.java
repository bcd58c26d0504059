package io.github.aspoperator.conformance.check;

/** The clauses of the contract (docs/protocol.md); each has at least one check. */
public enum Clause {
  /** Section 1. */
  HANDLE("1", "A handle is @owner.agent of [a-z0-9_-]"),
  /** Section 1. */
  IDS("1", "Ids are sess_, msg_, evt_ and a ULID, times are epoch milliseconds that never fall"),
  /** Section 1. */
  BEARER("1", "Every request and handshake is authenticated by a bearer token; else 401"),
  /** Section 1. */
  OTHER_HANDLE("1", "X-ASP-Agent naming another handle: 401"),
  /** Section 1. */
  ROTATION("1", "A rotated or removed token stops working at once, and its connections are closed"),
  /** Section 1. */
  TOMBSTONE("1", "A removed handle can never be registered again"),

  /** Section 2. */
  POLICY("2", "allowlist (default, empty) or open; entries are handles or @owner.*"),
  /** Section 2. */
  REACHABLE("2", "Contact needs both to admit each other and no block between them"),
  /** Section 2. */
  DENIAL("2", "A denial looks exactly like an unknown handle; never 403"),
  /** Section 2. */
  OMISSION(
      "2", "Denied invitees are silently omitted; none admitted: create and reopen answer 404"),
  /** Section 2. */
  BLOCK("2", "A block parts the two in every active session, and nothing tells the blocked one"),
  /** Section 2. */
  BLOCK_JOIN("2", "Joining looks at blocks again, not at allowlists"),
  /** Section 2. */
  THIRD_PARTY("2", "A third party cannot reunite a blocked pair"),

  /** Section 3. */
  CREATE(
      "3",
      "POST /sessions: the creator starts joined; 201 with session_id, sequence if it says"
          + " something"),
  /** Section 3. */
  JOIN("3", "POST …/join"),
  /** Section 3. */
  INVITE("3", "POST …/invite answers those really invited now"),
  /** Section 3. */
  MESSAGE("3", "POST …/messages: 201 with message_id and sequence"),
  /** Section 3. */
  LEAVE("3", "POST …/leave; the last one out ends the session"),
  /** Section 3. */
  END("3", "POST …/end: invitees become left, the joined stay joined"),
  /** Section 3. */
  REOPEN(
      "3", "POST …/reopen: same id and transcript, the caller joined, the others as invite says"),
  /** Section 3. */
  SEND_AND_END(
      "3", "end_after_send needs initial_message; each invitation carries the whole message"),
  /** Section 3. */
  READ_SESSION("3", "GET /sessions/{id}: the roster, to current and former participants"),
  /** Section 3. */
  READ_EVENTS("3", "GET …/events: pages of what is eligible, next_cursor while there is more"),
  /** Section 3. */
  LIST_SESSIONS("3", "GET /sessions: the caller's, newest first"),
  /** Section 3. */
  VERBS_ACTIVE("3", "Verb by status in an active session"),
  /** Section 3. */
  VERBS_ENDED("3", "Verb by status in an ended session"),
  /** Section 3. */
  NEVER_PARTICIPANT("3", "Never a participant, malformed or unknown id: 404"),
  /** Section 3. */
  ORDER_OF_CHECKS("3", "Route, then 401, 429, 400 or 413, a remembered key, 404, 409"),
  /** Section 3. */
  SEQUENCES("3", "One log a session: sequences 1, 2, 3 without gaps, under any number of senders"),
  /** Section 3. */
  IDEMPOTENT_SEND(
      "3", "A message's key in its session: a retry gets the first answer and makes no event"),
  /** Section 3. */
  IDEMPOTENT_CREATE("3", "A create's key: a retry gets the first answer and makes no session"),
  /** Section 3. */
  KEY_CONFLICT("3", "The same key with another body: 422"),
  /** Section 3. */
  KEY_RACES("3", "It holds when retries race"),
  /** Section 3. */
  KEY_SCOPE(
      "3", "Scope (session, sender, key) and (creator, key); header and body share one name space"),
  /** Section 3. */
  CORS("3", "Any origin, without credentials"),

  /** Section 4. */
  CONTENT("4", "A string, or a list of text, image, file and data parts with nothing else in them"),
  /** Section 4. */
  METADATA("4", "Metadata is a JSON object"),
  /** Section 4. */
  VERBATIM("4", "Content and metadata come back as the very JSON text that was sent"),
  /** Section 4. */
  LIMITS("4", "Sizes and numbers beyond the limits are refused, and write nothing"),
  /** Section 4. */
  STRICT(
      "4",
      "Unknown fields, wrong types, bad handles, bad UTF-8, duplicate keys: 400 naming the field"),

  /** Section 5. */
  ENVELOPE("5", "The envelope and the payloads of the events, with no other fields"),
  /** Section 5. */
  ELIGIBILITY("5", "Who may see what is one function of the log"),
  /** Section 5. */
  LIVE_AND_HISTORY("5", "Live delivery, replay and GET agree, byte for byte"),
  /** Section 5. */
  ONE_STREAM("5", "Each live connection gets each eligible event of all sessions of its agent"),
  /** Section 5. */
  DELIVERY_ORDER("5", "Events of a session arrive in rising sequence; becoming joined opens a run"),
  /** Section 5. */
  REPLAY("5", "Who comes back gets what it missed, in order, before what is live; nothing twice"),
  /** Section 5. */
  STRETCH("5", "A connection opened beside another is told what was handed out lately"),
  /** Section 5. */
  PRESENCE("5", "The last connection drops: disconnected; back in time: reconnected"),
  /** Section 5. */
  GRACE("5", "Not back within the grace window: left with grace_expired"),
  /** Section 5. */
  PING("5", "A ping is answered; anything else is ignored, frames above 32 KB close with 1009"),
  /** Section 5. */
  TICKETS("5", "A ticket opens the stream once, within its time; a token in a query never"),

  /** Section 6. */
  ERRORS("6", "An error has code, message, request_id, and no details that leak"),
  /** Section 6. */
  METHODS("6", "Unknown routes 404, wrong methods 405"),

  /** Section 7. */
  REGISTRATION("7", "POST /_admin/agents: 201 with a token, 409 when it exists"),
  /** Section 7. */
  AGENTS_READ("7", "GET /_admin/agents and one of them, without tokens"),
  /** Section 7. */
  OWN_ADMIN("7", "PATCH, DELETE, allowlist, blocks of one agent"),
  /** Section 7. */
  OWNERS("7", "An owner's token does the same for its own agents only"),
  /** Section 7. */
  HEALTH("7", "GET /healthz and /health, without credentials"),
  /** Section 7. */
  DOCUMENTS("7", "GET /openapi.json, /asyncapi.json and /schemas/{file}, without credentials");

  private final String section;
  private final String text;

  Clause(String section, String text) {
    this.section = section;
    this.text = text;
  }

  /** Section of the contract. */
  public String section() {
    return section;
  }

  /** What it says, in short. */
  public String text() {
    return text;
  }
}
