// Stands for undici in the bundle (bundle.mjs), where it would be a third of what each run reads at its start. @actions/http-client and @actions/github
// import it for requests of fetch through a proxy; here every request goes out by registry/http.ts, whose proxies are http-client's tunnels.

/** Made by @actions/github as it is loaded, wherever there is a proxy, and never used. */
export function ProxyAgent() {
  return Object.freeze({});
}

/** Never called: registry/github-api.ts gives Octokit another. */
export function fetch() {
  throw new Error("there is no undici in this bundle; requests go out by registry/http.ts");
}
