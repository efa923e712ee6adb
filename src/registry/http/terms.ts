import { RegistryError } from "../port/registry.js";
import type { HttpRequest } from "./message.js";
import type { Attempt } from "./retry.js";

/**
 * Refuses to send what may not be sent any more: its terms came to an end while it waited for a token, for its turn, or as long as an answer asked for.
 * @param last the attempt before this one
 * @throws {RegistryError} `paused` where it was never sent; `outdated` where it was
 */
export function refuseLate(
  { url: { host }, terms }: Pick<HttpRequest, "url" | "terms">,
  last: Attempt | undefined,
): void {
  if (terms === undefined) return;
  const why = whyOver(terms);
  if (why === undefined) return;
  if (last === undefined) {
    throw new RegistryError("paused", {
      message: `${host} was asked for nothing, for ${why}`,
      nextStep: NEXT_STEP,
    });
  }
  throw new RegistryError("outdated", {
    message: `${host} ${resultOf(last)}; it was not asked again, for ${why}`,
    nextStep: NEXT_STEP,
  });
}

const NEXT_STEP = "Nothing is deleted by an old look. Run again: what is left then goes.";

function whyOver({ until, stop }: NonNullable<HttpRequest["terms"]>): string | undefined {
  if (stop?.aborted === true) return "the run was told to stop meanwhile";
  return performance.now() > until ? "what was decided by was too old by then" : undefined;
}

function resultOf(last: Attempt): string {
  return last.kind === "answer" ? `answered ${last.status}` : "broke the connection off";
}
