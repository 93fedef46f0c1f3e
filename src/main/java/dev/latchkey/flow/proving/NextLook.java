package dev.latchkey.flow.proving;

import java.time.Instant;

/** When the desk looks for a proof that a requester says is there. */
public sealed interface NextLook {

  /** There is nothing that it could look for. */
  record Nowhere() implements NextLook {}

  /** Only people look there. */
  record ByPeople() implements NextLook {}

  /** Within minutes. */
  record AtOnce() implements NextLook {}

  /** When it looks by itself: for one day it was asked often enough. */
  record Later(Instant at) implements NextLook {}
}
