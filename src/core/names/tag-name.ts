import type { Digest } from "./reference.js";
import type { HashPlace, NameToken } from "./tokens.js";

/** A version: its numbers, three or more, as digits without zeros in front; and what stands behind them. */
export interface Version {
  readonly numbers: readonly string[];
  /** Before a `_`: prerelease identifiers, patches, flavours. */
  readonly prerelease: readonly NameToken[];
  /** Behind a `_`, which stands for SemVer's `+`. */
  readonly build: readonly NameToken[];
  /** True where git describe counted commits after a version without a prerelease. */
  readonly isAhead: boolean;
  /** True for one letter that is glued to the numbers, and no more: 1.0.2u. */
  readonly isLettered: boolean;
}

/** The meaning of a tag's name. `numbers` are the digit strings behind the version or label, in their order. */
export type TagName =
  | {
      readonly kind: "version";
      readonly version: Version;
      /** Stands before the version, as written: `api` in `api-v1.2.3`. */
      readonly word?: string;
      readonly channel: string;
      /** All that stands behind the version's numbers, as written, without hashes. */
      readonly suffix: string;
      readonly numbers: readonly string[];
    }
  | { readonly kind: "label"; readonly channel: string; readonly numbers: readonly string[] }
  | { readonly kind: "referrer"; readonly subject: Digest }
  | { readonly kind: "other" };
export interface NameReading {
  readonly name: TagName;
  /** Tells the channels apart in which hashes are looked for. */
  readonly channel?: string;
  readonly hashes: readonly HashPlace[];
}

/** The reading of a name that has no order. */
export const OTHER: NameReading = { name: { kind: "other" }, hashes: [] };
