import type { Action, Answer } from "./proxy.js";

/** Answers in the target's place, with a body and a type. */
export function says(status: number, body: string | object = "", type = "application/json"): Action {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { kind: "answer", status, headers: text === "" ? {} : { "content-type": type }, body: text };
}

/** Answers with a web page. */
export function page(status: number): Action {
  return says(status, `<!doctype html><title>${status}</title>`, "text/html");
}

/** Forwards a request, and gives its answer another face: the request is done, and nothing says so. */
export function doneBut(action: Action): Action {
  if (action.kind !== "answer") throw new TypeError("only an answer has a face");
  const { status, headers = {}, body = "" } = action;
  return { kind: "change", change: (): Answer => ({ status, headers, body: Buffer.from(body) }) };
}
