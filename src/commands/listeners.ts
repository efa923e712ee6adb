import { bestEffort } from "../core/base/best-effort.js";

interface Listeners<Event> {
  readonly say: (event: Event) => void;
  readonly willStop?: (container: string) => void;
  /** Told the first thing that a listener throws: the run goes on without it. */
  readonly onBrokenListener?: (thrown: unknown) => void;
}

/** Returns the hooks of a run with listeners that never throw: a log that fails ends no deletion and no collection. */
export function withSafeListeners<Event, Hooks extends Listeners<Event>>(
  hooks: Hooks & Listeners<Event>,
): Hooks {
  const { say, willStop, onBrokenListener } = hooks;
  return {
    ...hooks,
    say: bestEffort(say, onBrokenListener),
    ...(willStop === undefined ? {} : { willStop: bestEffort(willStop, onBrokenListener) }),
  };
}
