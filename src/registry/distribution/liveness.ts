import type { Connection } from "../connection/connection.js";
import { codeOf } from "../../core/base/system-error.js";
import { PASSING_STATUSES } from "../http/retry.js";
import { PruneError } from "../../core/base/errors.js";

/** The state of a registry at this moment: it serves, or does not. `unknown` proves neither. */
export type Liveness =
  | { readonly kind: "up" }
  /** Nothing listens, or a proxy says that there is nothing behind it. `how` is the sign of it. */
  | { readonly kind: "down"; readonly how: "refused" | "502" | "503" }
  | { readonly kind: "unknown"; readonly why: string };

/** Looks at `/v2/` once, as nobody, without a retry. Never throws. */
export async function probeLiveness({ base, http }: Connection): Promise<Liveness> {
  try {
    const { status } = await http.send({ method: "GET", url: new URL("v2/", base), attempts: 1 });
    if (status === 502 || status === 503) return { kind: "down", how: `${status}` };
    // A proxy whose registry does not answer in time says nothing about whether it runs.
    return PASSING_STATUSES.includes(status)
      ? { kind: "unknown", why: `a proxy answers ${status}` }
      : { kind: "up" };
  } catch (error) {
    if (!(error instanceof PruneError)) return { kind: "unknown", why: String(error) };
    return codeOf(error.cause) === "ECONNREFUSED"
      ? { kind: "down", how: "refused" }
      : { kind: "unknown", why: error.message };
  }
}
