/** A part of a glob: one character, a run of any length, or a choice between sequences of parts. */
type Part =
  | { readonly kind: "one"; readonly takes: (character: string) => boolean }
  | { readonly kind: "run"; readonly takes: (character: string) => boolean }
  | { readonly kind: "choice"; readonly choices: readonly (readonly Part[])[] };

/** A place in a glob: the characters that lead on from it, and the places that are as good as it. */
interface Place {
  readonly takes?: (character: string) => boolean;
  readonly next: readonly number[];
}

/** The spot of a part: in a choice or not, and first in it or not. */
interface Spot {
  readonly isChoice: boolean;
  readonly isFirst: boolean;
}

const isAny = (): boolean => true;
const isInPart = (character: string): boolean => character !== "/";

/**
 * Returns the function that tells if a glob matches a whole name, for globs of `*`, `?`, `[a-z]`, `[^a-z]`, `{a,b}` and `**` that are known to be well formed. It goes
 * through the name once, with all the places of the glob that it can be at, so that it takes no longer than the name's length times the glob's, whatever they are.
 */
export function compileMatcher(glob: string): (name: string) => boolean {
  const { parts } = new Reader(glob).sequence();
  const places: Place[] = [{ next: [] }];
  const start = closure([join(parts, 0, places)], places);
  const known = new KnownStates();
  return (name) => {
    let state = known.of(start);
    for (const character of name) {
      const next = state.next.get(character) ?? known.of(step(state.at, character, places));
      state.next.set(character, next);
      if (next.at.length === 0) return false;
      state = next;
    }
    return state.isEnd;
  };
}

/** The places at which a name can be, and where each character led from there. */
interface State {
  readonly at: readonly number[];
  readonly isEnd: boolean;
  readonly next: Map<string, State>;
}

// Far more than a glob has that people write. There can be as many as there are sets of places.
const MOST_STATES = 1000;

/** The states that names have led to: the next name is mostly like the last. */
class KnownStates {
  #states = new Map<string, State>();

  of(at: readonly number[]): State {
    const key = at.join(",");
    const found = this.#states.get(key);
    if (found !== undefined) return found;
    if (this.#states.size >= MOST_STATES) this.#forget();
    const state = { at, isEnd: at.includes(0), next: new Map<string, State>() };
    this.#states.set(key, state);
    return state;
  }

  /** Drops all states, and what leads from one to another, so that none is held by another. */
  #forget(): void {
    for (const { next } of this.#states.values()) next.clear();
    this.#states = new Map();
  }
}

/** Adds the places of some parts before the place that follows them. Returns the first. */
function join(parts: readonly Part[], after: number, places: Place[]): number {
  return parts.reduceRight((next, part) => {
    if (part.kind === "one") return places.push({ takes: part.takes, next: [next] }) - 1;
    if (part.kind === "run") {
      const own = places.length + 1;
      places.push({ takes: part.takes, next: [own] });
      return places.push({ next: [next, own - 1] }) - 1;
    }
    return places.push({ next: part.choices.map((choice) => join(choice, next, places)) }) - 1;
  }, after);
}

function step(at: readonly number[], character: string, places: readonly Place[]): readonly number[] {
  const next: number[] = [];
  for (const index of at) {
    const place = places[index];
    if (place?.takes?.(character) === true) next.push(...place.next);
  }
  return next.length === 0 ? next : closure(next, places);
}

/** Returns places and all that are as good as one of them: the end, and those that take a character. */
function closure(from: readonly number[], places: readonly Place[]): readonly number[] {
  const all = new Set(from);
  // The set grows during the loop.
  for (const index of all) {
    const place = places[index];
    if (place?.takes === undefined) for (const next of place?.next ?? []) all.add(next);
  }
  return [...all].filter((index) => index === 0 || places[index]?.takes !== undefined);
}

/** Reads a glob from left to right. */
class Reader {
  readonly #glob: string;
  #at = 0;

  constructor(glob: string) {
    this.#glob = glob;
  }

  /** Reads up to the end, or to a comma or brace that belongs to whoever called. */
  sequence(isChoice = false): { readonly parts: readonly Part[] } {
    const parts: Part[] = [];
    for (;;) {
      const character = this.#glob[this.#at];
      if (character === undefined || (isChoice && (character === "," || character === "}"))) return { parts };
      parts.push(this.#part(character, { isChoice, isFirst: isChoice && parts.length === 0 }));
    }
  }

  #part(character: string, spot: Spot): Part {
    if (character === "*") return this.#star(spot);
    if (character === "{") return this.#choice();
    if (character === "[") return this.#class();
    this.#at += 1;
    if (character === "?") return { kind: "one", takes: isInPart };
    return { kind: "one", takes: (other) => other === character };
  }

  /** Reads `*`, which stays within a part of a path; or `**` that is a whole part, which does not, and which may stand for no part at all. */
  #star({ isChoice, isFirst }: Spot): Part {
    const before = this.#glob[this.#at - 1];
    const isAtBeginning = before === undefined || before === "/";
    const stars = /^\*+/.exec(this.#glob.slice(this.#at))?.[0].length ?? 1;
    this.#at += stars;
    const isAtEnd = [undefined, "/", ...(isChoice ? [",", "}"] : [])].includes(this.#glob[this.#at]);
    if (stars !== 2 || !isAtEnd || !(isAtBeginning || isFirst)) return { kind: "run", takes: isInPart };
    const run: Part = { kind: "run", takes: isAny };
    if (!isAtBeginning || this.#glob[this.#at] !== "/") return run;
    this.#at += 1;
    const slash: Part = { kind: "one", takes: (other) => other === "/" };
    return { kind: "choice", choices: [[], [run, slash]] };
  }

  #choice(): Part {
    const choices: (readonly Part[])[] = [];
    for (;;) {
      // Behind the brace, or the comma.
      this.#at += 1;
      choices.push(this.sequence(true).parts);
      if (this.#glob[this.#at] !== ",") break;
    }
    this.#at += 1;
    return { kind: "choice", choices };
  }

  /** Reads a class of characters. It means what it means in a regular expression, and never a slash. */
  #class(): Part {
    const end = this.#glob.indexOf("]", this.#at);
    const expression = new RegExp(`^${this.#glob.slice(this.#at, end + 1)}$`, "u");
    this.#at = end + 1;
    const known = new Map<string, boolean>();
    return {
      kind: "one",
      takes: (other) => {
        const found = known.get(other) ?? (other !== "/" && expression.test(other));
        known.set(other, found);
        return found;
      },
    };
  }
}
