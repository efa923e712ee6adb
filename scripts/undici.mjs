// Replaces undici in the bundle (bundle.mjs), where it would be a third of the code that each run reads at its start. @actions/http-client and
// @actions/github import it to send requests of `fetch` through a proxy; here every request is sent by src/registry/http/http.ts, which knows
// proxies itself.

/** Stands for undici's class: @actions/github makes one when it is loaded and there is a proxy, but never uses it. */
export function ProxyAgent() {
  return Object.freeze({});
}

/** Stands for undici's `fetch`, which is never called: src/registry/github/api.ts gives Octokit another one. */
export function fetch() {
  throw new Error("there is no undici in this bundle; requests are sent by src/registry/http/http.ts");
}
