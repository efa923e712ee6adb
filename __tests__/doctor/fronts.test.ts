import { expect, onTestFinished, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { doneBut, page, says } from "../support/front.js";
import { hasNginx, startNginx } from "../support/nginx.js";
import { isDelete, isList, useFilledRepository } from "../support/proxied.js";
import { type Action, type Proxy, type RecordedRequest, type Rule, startProxy } from "../support/proxy.js";
import { runPrune } from "../support/pruning.js";
import { runCheck } from "./checking.js";

/** What stands in front of a registry: `check` and the prune take the same for one, and say the same of the rest. */

const filled = useFilledRepository();
const all = (): boolean => true;
const isRoot = ({ path }: RecordedRequest): boolean => path === "/v2/";
const isAnyDelete = ({ method }: RecordedRequest): boolean => method === "DELETE";

function html(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Action {
  return { kind: "answer", status, headers: { "content-type": "text/html", ...headers }, body };
}

/** A page of some other host, to which a front redirects whoever has no session. */
async function startLogin(): Promise<string> {
  const login = await startProxy("http://127.0.0.1:1", { hostname: "127.0.0.2" });
  onTestFinished(() => login.stop());
  login.on({ when: all, act: html(200, "<html><form><input name=p type=password></form></html>") });
  return login.url;
}

interface Front {
  readonly rules: readonly Rule[] | (() => Promise<readonly Rule[]>);
  readonly isReady: boolean;
  /** Words that `check` and the prune's error both have. */
  readonly says?: readonly string[];
  readonly never?: RegExp;
}

const CLOUDFLARE = { server: "cloudflare", "cf-ray": "8a1b-FRA" };
const SIGN_IN = "a page for people to sign in";
const FRONTS: readonly (readonly [name: string, front: Front])[] = [
  ["nothing", { rules: [], isReady: true }],
  [
    "Cloudflare's challenge",
    {
      rules: [{ when: all, act: html(403, "<html>", { ...CLOUDFLARE, "cf-mitigated": "challenge" }) }],
      isReady: false,
      says: ["a web page (403 by cloudflare)", "Let this machine's address through"],
    },
  ],
  [
    "an older challenge of Cloudflare's",
    {
      rules: [{ when: all, act: html(403, "<!DOCTYPE html><title>Just a moment...</title>", CLOUDFLARE) }],
      isReady: false,
      says: ["Cloudflare's challenge"],
    },
  ],
  [
    "a page to sign in at another host",
    {
      rules: async () => [
        { when: all, act: { kind: "answer", status: 302, headers: { location: `${await startLogin()}/x` } } },
      ],
      isReady: false,
      says: ["a web page (200)", SIGN_IN],
      never: /127\.0\.0\.2|in image:/,
    },
  ],
  [
    "a page to sign in at its own path",
    {
      rules: [
        { when: ({ path }) => path.startsWith("/login"), act: page(200) },
        { when: all, act: { kind: "answer", status: 302, headers: { location: "/login?rd=x" } } },
      ],
      isReady: false,
      says: [SIGN_IN],
    },
  ],
  [
    "a form to sign in, in place of every answer",
    {
      rules: [{ when: all, act: html(200, '<html><input type="password"></html>') }],
      isReady: false,
      says: [SIGN_IN],
    },
  ],
  [
    "a page with 401 and no way to sign in",
    { rules: [{ when: all, act: page(401) }], isReady: false, says: ["a web page (401)"] },
  ],
  ...[503, 522, 530].map((status): readonly [string, Front] => [
    `a gateway that says ${status}`,
    {
      rules: [{ when: all, act: html(status, "<html>", { server: "nginx/1.22.1" }) }],
      isReady: false,
      says: [`a web page (${status} by nginx/1.22.1)`, "That may pass, and it was asked again in vain"],
    },
  ]),
  [
    "a gateway that says 502 without a page",
    {
      rules: [{ when: all, act: says(502, "bad gateway", "text/plain") }],
      isReady: false,
      says: ["answered 502", "That may pass"],
    },
  ],
  [
    "a gateway that says 521 once",
    { rules: [{ when: all, times: 1, act: html(521, "<html>", CLOUDFLARE) }], isReady: true },
  ],
  [
    "a firewall that blocks",
    {
      rules: [{ when: all, act: html(403, "<html>Incapsula incident ID: 1</html>") }],
      isReady: false,
      says: ["a web page (403 by Imperva)"],
    },
  ],
  [
    "a firewall that blocks with 200",
    {
      rules: [
        { when: all, act: html(200, "<html>The requested URL was rejected. Your support ID is: 1</html>") },
      ],
      isReady: false,
      says: ["a web page (200 by F5)"],
    },
  ],
  [
    "IIS that knows no such path",
    {
      rules: [{ when: all, act: html(404, "<!DOCTYPE html>", { server: "Microsoft-IIS/10.0" }) }],
      isReady: false,
      says: ["a web page (404 by Microsoft-IIS/10.0)"],
    },
  ],
  ["a UI that answers 200 for everything", { rules: [{ when: all, act: page(200) }], isReady: false }],
  ["a UI that answers 200 with JSON", { rules: [{ when: all, act: says(200, {}) }], isReady: false }],
  ["a server that answers 200 with nothing", { rules: [{ when: all, act: says(200) }], isReady: false }],
  ["a UI at every path but /v2/", { rules: [{ when: isList, act: page(200) }], isReady: false }],
  ["a page at /v2/ alone", { rules: [{ when: isRoot, act: page(404) }], isReady: true }],
  ["a refusal at /v2/ alone", { rules: [{ when: isRoot, act: page(403) }], isReady: true }],
  [
    "a redirect to a page at /v2/ alone",
    {
      rules: [
        { when: ({ path }) => path === "/ui/", act: page(200) },
        { when: isRoot, act: { kind: "answer", status: 301, headers: { location: "/ui/" } } },
      ],
      isReady: true,
    },
  ],
  ...[403, 405, 501].map((status): readonly [string, Front] => [
    `a proxy that refuses DELETE with ${status}`,
    {
      rules: [{ when: isAnyDelete, act: page(status) }],
      isReady: false,
      says: [`something in front of the registry`, `refuses DELETE (${status})`],
    },
  ]),
  [
    "IIS that refuses DELETE",
    {
      rules: [
        {
          when: isAnyDelete,
          act: html(405, "<html>", { server: "Microsoft-IIS/10.0", allow: "GET, HEAD, OPTIONS, TRACE" }),
        },
      ],
      isReady: false,
      says: ["refuses DELETE (405 by Microsoft-IIS/10.0)", "IIS: the verbs"],
    },
  ],
  [
    "a firewall that answers a DELETE with 200 and a page",
    { rules: [{ when: isAnyDelete, act: page(200) }], isReady: false },
  ],
  ...[500, 524].map((status): readonly [string, Front] => [
    `a gateway that says ${status} of a DELETE that was done`,
    {
      rules: [
        {
          when: (asked) => isDelete(asked) && asked.path.includes("/manifests/"),
          act: doneBut(page(status)),
        },
      ],
      isReady: true,
    },
  ]),
];

async function pose(proxy: Proxy, { rules }: Front): Promise<void> {
  // What happens once happens to each of both once.
  proxy.clear();
  for (const rule of typeof rules === "function" ? await rules() : rules) proxy.on(rule);
}

test.each(FRONTS)(
  "behind %s, both agree",
  async (_, front) => {
    const { image, proxy, repo } = await filled("1.0.0", "1.1.0");
    await pose(proxy, front);
    const { result } = await runCheck(image);
    const ofCheck = result.findings
      .filter(({ kind }) => kind === "problem")
      .map(({ message, fix }) => `${message}\n${String(fix)}`)
      .join("\n");
    await pose(proxy, front);
    const { outcome } = await runPrune({ image, keep: "1" });
    const ofPrune = "error" in outcome ? `${outcome.error.message}\n${outcome.error.nextStep}` : "";
    expect([isReady(result.findings), outcome.kind]).toEqual(
      front.isReady ? [true, "applied"] : [false, "failed"],
    );
    expect("deleted" in outcome ? outcome.deleted : []).toEqual(front.isReady ? ["1.0.0"] : []);
    for (const words of front.says ?? []) expect([ofCheck, ofPrune]).toEqual([words, words].map(containing));
    if (front.never !== undefined) expect(ofCheck + ofPrune).not.toMatch(front.never);
    expect(await listTags(repo)).toHaveLength(front.isReady ? 1 : 2);
  },
  60_000,
);

const containing = (words: string): unknown => expect.stringContaining(words);

test.runIf(hasNginx).each([
  ["passes all on", "location / { proxy_pass TARGET; proxy_set_header Host $http_host; }", true],
  ["passes reads alone on", "location / { limit_except GET { deny all; } proxy_pass TARGET; }", false],
  ["reaches no registry", "location / { proxy_pass http://127.0.0.1:1; }", false],
  [
    "serves a UI for everything",
    "location / { default_type text/html; return 200 '<html>UI</html>'; }",
    false,
  ],
  ["has no such path", "location /other/ { proxy_pass TARGET; }", false],
  [
    "redirects to a page",
    "location /ui { default_type text/html; return 200 '<html>'; } location /v2/ { return 302 /ui; }",
    false,
  ],
])("behind an nginx that %s, both agree", async (_, directives, isIt) => {
  const { image, repo } = await filled("1.0.0", "1.1.0");
  const behind = `${await startNginx(repo.base, directives)}/${image.replace(/^[^/]*\//, "")}`;
  expect(isReady((await runCheck(behind)).result.findings)).toBe(isIt);
  expect((await runPrune({ image: behind, keep: "1" })).outcome.kind).toBe(isIt ? "applied" : "failed");
});
