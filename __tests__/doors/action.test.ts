import { describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { JOB_TOKEN, runAction } from "../support/doors.js";
import {
  isDelete,
  isList,
  isProbe,
  NO_DIGEST,
  useProxiedRegistry,
  type Proxied,
} from "../support/proxied.js";

/** The built action as GitHub's runner starts it, and the requests that it makes. */
const proxied = useProxiedRegistry();

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (let number = 1; number <= 5; number += 1) await pushImage(made.repo, [`3.3.0-alpha.${number}`]);
  await pushImage(made.repo, ["3.2.0", "latest"]);
  await pushIndex(made.repo, ["3.1.0"], [await pushImage(made.repo, []), await pushImage(made.repo, [])]);
  return made;
}

const names = (json: string | undefined): readonly string[] =>
  (JSON.parse(json ?? "[]") as string[]).map((name) => name.replace(/^.*:/, ""));

describe("a prune", () => {
  test("deletes the oldest, and says so in outputs, plan, summary and log", async () => {
    const made = await filled();
    const step = await runAction({ image: `${made.image}:3.3.0-alpha.1`, keep: "2" });
    expect(step.code).toBe(0);
    expect(names(step.outputs["deleted"])).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.2"]);
    expect(names(step.outputs["kept"])).toEqual([
      "3.2.0",
      "3.1.0",
      "3.3.0-alpha.5",
      "3.3.0-alpha.4",
      "3.3.0-alpha.1",
      "latest",
    ]);
    expect(JSON.parse(step.outputs["kept"] ?? "")).toContain(`${made.image}:latest`);
    expect(step.outputs).toMatchObject({ "deleted-count": "2", "kept-count": "6" });
    expect(step.errors).toEqual([]);
    expect(step.warnings).toEqual([
      expect.stringContaining("3.3.0-alpha.1 was just pushed and is number 5 of alpha, beyond the newest 2"),
    ]);

    const plan = JSON.parse(step.plan ?? "") as {
      run: string;
      schema: number;
      verdicts: { tag: string; reason: { kind: string } }[];
    };
    expect(plan).toMatchObject({ schema: 2, run: "https://github.example.com/octo/app/actions/runs/42" });
    expect(plan.verdicts).toHaveLength(8);
    expect(plan.verdicts.find(({ tag }) => tag === "3.3.0-alpha.1")?.reason).toEqual({ kind: "just-pushed" });

    expect(step.summary).toContain("Deleted 2 tags, kept 6");
    expect(step.summary).toContain(
      "| <code>3.3.0-alpha.2</code> | number 4 of 5 in alpha, beyond the newest 2 | 2.7 KB |",
    );
    expect(step.summary).toContain("garbage collection");
    const lines = step.stdout.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("Deleted 2 tags, kept 6 in 1 repository: 5.4 KB that no kept image needs.");
    expect(lines.slice(-6, -2)).toEqual([
      "To put something back before the next garbage collection:",
      "- uses: ./",
      "  with:",
      "    command: restore",
    ]);
    expect(lines.at(-2)).toMatch(/^ {4}journal: \S+\.ndjson$/);
    expect(lines.at(-7)).toContain("next garbage collection");
    expect(step.stdout.split("::group::")).toHaveLength(step.stdout.split("::endgroup::").length);
    for (const tag of await listTags(made.repo)) await pullImage(made.repo, tag);
  });

  test("makes these requests and no others", async () => {
    const made = await proxied();
    const old = await pushImage(made.repo, ["1.0.0"]);
    await pushImage(made.repo, ["1.1.0"]);
    await runAction({ image: made.image, keep: "1", concurrency: "1" });
    const sent = made.proxy.requests.map(
      ({ method, path }) => `${method} ${path.replace(`/v2/${made.repo.name}/`, "")}`,
    );
    // Distribution 2.8 lists in no order.
    const read = ["GET manifests/1.0.0", "GET manifests/1.1.0"];
    const seen = ["HEAD manifests/1.0.0", "HEAD manifests/1.1.0"];
    expect([
      ...sent.slice(0, 1),
      ...sent.slice(1, 3).sort(),
      ...sent.slice(3, 5).sort(),
      ...sent.slice(5, 6),
      ...sent.slice(6, 8).sort(),
      ...sent.slice(8),
    ]).toEqual([
      ...["GET tags/list", ...read],
      // At once.
      `DELETE manifests/${NO_DIGEST}`,
      `GET referrers/${old.digest}`,
      ...["GET tags/list", ...seen],
      `DELETE manifests/${old.digest}`,
      ...["GET tags/list", "GET manifests/1.1.0"],
    ]);
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("with nothing to delete sends no DELETE, not even to ask", async () => {
    const made = await filled();
    const step = await runAction({ image: made.image });
    expect(step.code).toBe(0);
    expect(made.sent("DELETE")).toEqual([]);
    expect(step.outputs).toMatchObject({ deleted: "[]", "deleted-count": "0", "kept-count": "8" });
  });
});

describe("a dry run", () => {
  test("says what would be, and sends GET alone", async () => {
    const made = await filled();
    const before = await listTags(made.repo);
    const step = await runAction({ image: made.image, keep: "2", "dry-run": "true" });
    expect(step.code).toBe(0);
    expect(names(step.outputs["deleted"])).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.2", "3.3.0-alpha.1"]);
    expect(step.outputs).toMatchObject({ "deleted-count": "3", "kept-count": "5" });
    expect(step.stdout.trimEnd().split("\n").at(-1)).toBe(
      "Dry run: would delete 3 tags, keep 5 in 1 repository: 8.2 KB that no kept image needs.",
    );
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(await listTags(made.repo)).toEqual(before);
  });
});

describe("bad input", () => {
  test("is one error that lists all of it, and nothing is sent", async () => {
    const made = await filled();
    const step = await runAction({
      image: `${made.image}\nghcr.io/octo/app\nTeam/App`,
      keep: "5 days",
      "dry-run": "yes",
      "allow-empty": "",
      sort: "date",
      include: "a,b",
      kepe: "3",
      dry_run: "true",
      username: "me",
    });
    expect(step.code).toBe(1);
    expect(step.errors).toHaveLength(1);
    const [error = ""] = step.errors;
    for (const part of [
      "kepe: there is no such setting; did you mean keep?",
      "dry_run: there is no such setting; did you mean dry-run?",
      "username: there are images on several hosts",
      `a repository is lower case; write "team/app"`,
      `keep: "5 days" is not a whole number`,
      `dry-run: "yes" is not true or false`,
      "allow-empty: it is empty",
      `sort: "date" is not semver, prerelease, natural or created`,
      `include: "a,b": a comma separates only within braces`,
      "password: it is empty, and a user name is given",
      "Nothing was read or deleted.",
    ]) {
      expect(error).toContain(part);
    }
    expect(made.proxy.requests).toEqual([]);
  });

  test.each([
    ["keep", "", "it is empty"],
    ["keep", "1e3", "is not a whole number"],
    ["keep", "-1", "is not a whole number"],
    ["keep", "010", "is not a whole number"],
    ["keep", "0", "allow-empty"],
    ["dry-run", "", "it is empty"],
    ["dry-run", "1", "is not true or false"],
    ["sort", "", "it is empty"],
    ["if-missing", "", "it is empty"],
    ["if-missing", "error", "is not warn or fail"],
    ["image", "registry/team/app:1", "would be on Docker Hub"],
    ["concurrency", "0", "is not from 1 to 64"],
    ["concurrency", "many", "is not a whole number"],
    ["plain-http", "http://registry:5000", "write host[:port] alone"],
    ["exclude", "!a", "can't begin with"],
    ["command", "purge", "is not prune"],
    ["group-by", "mayor", "is not channel, suffix, major, minor, patch or none"],
    ["group-by", "none, major", "has none and something else"],
    ["keep-younger-than", "6m", "could be minutes or months"],
    ["max-size", "20", "is not a size"],
    ["max-deletions", "many", "is neither a whole number nor a percentage"],
    ["include", "/(?=a)/", "no look-ahead"],
    ["protect", "registry.example.com/team/app", "has no tag and no digest"],
    ["protect-from", "not-there.txt", "not-there.txt can't be read (ENOENT)"],
    ["policy", "not-there.yml", "not-there.yml can't be read (ENOENT)"],
  ])("%s: %j is refused, for %s", async (name, value, why) => {
    const step = await runAction({ image: "127.0.0.1:1/team/app", [name]: value });
    expect(step.code).toBe(1);
    expect(step.errors).toEqual([expect.stringContaining(why)]);
    expect(step.errors[0]).toContain(`  ${name}: `);
  });

  test("a password with images on several hosts", async () => {
    const step = await runAction({
      image: "127.0.0.1:1/a,127.0.0.2:1/a",
      username: "me",
      password: "hunter22",
    });
    expect(step.errors).toEqual([expect.stringContaining("a password is for one")]);
    expect(step.summary).toMatch(/^### ❌ Nothing was read or deleted: 1 setting has to be corrected\n/);
    expect(step.masks).toEqual(["hunter22", JOB_TOKEN]);
    expect(step.stdout.replace("::add-mask::hunter22", "")).not.toContain("hunter22");
  });
});

describe("a failure", () => {
  test("fails the step with one annotation that says the next step, and the summary has it too", async () => {
    const made = await filled();
    made.proxy.on({
      when: isProbe,
      act: { kind: "answer", status: 405, body: '{"errors":[{"code":"UNSUPPORTED"}]}' },
    });
    const step = await runAction({ image: made.image, keep: "1" });
    expect(step.code).toBe(1);
    expect(step.errors).toEqual([expect.stringContaining("REGISTRY_STORAGE_DELETE_ENABLED=true")]);
    expect(step.summary).toMatch(/^### ❌ Nothing was deleted: deletes are turned off in this registry\n/);
    expect(step.stdout.split("::group::")).toHaveLength(step.stdout.split("::endgroup::").length);
    expect(step.stdout.trimEnd().split("\n").at(-1)).toBe(
      "Nothing was deleted; 8 tags stay in 1 repository. Failed: 1 repository.",
    );
    expect(await listTags(made.repo)).toHaveLength(8);
  });

  test("of one deletion fails the step, with what was done in the outputs", async () => {
    const made = await filled();
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "answer", status: 500 } });
    const step = await runAction({ image: made.image, keep: "2", concurrency: "1" });
    expect(step.code).toBe(1);
    expect(step.errors).toEqual([expect.stringContaining("1 deletion failed")]);
    expect(step.outputs).toMatchObject({ "deleted-count": "2" });
    expect(step.summary).toContain("Could not delete <code>3.3.0-alpha.1</code>");
  });

  test("of the registry's list leaves a plan file, and counts of nothing", async () => {
    const made = await filled();
    made.proxy.on({ when: isList, act: { kind: "truncate" } });
    const step = await runAction({ image: made.image });
    expect(step.code).toBe(1);
    expect(step.errors).toHaveLength(1);
    expect(JSON.parse(step.plan ?? "")).toMatchObject({ verdicts: [], deletions: [] });
    expect(step.outputs).toMatchObject({
      deleted: "[]",
      "deleted-count": "0",
      kept: "[]",
      "kept-count": "0",
    });
  });
});

test("a repository that is not there yet is a warning, and the step stays green", async () => {
  const made = await proxied();
  const step = await runAction({ image: `${made.image}:1.0.0` });
  expect(step.code).toBe(0);
  expect(step.warnings).toEqual([expect.stringContaining("does not know this repository")]);
});

test("no candidate at all is a warning", async () => {
  const made = await proxied();
  await pushImage(made.repo, ["main", "latest"]);
  const step = await runAction({ image: made.image });
  expect(step.code).toBe(0);
  expect(step.warnings).toEqual([expect.stringContaining("no tag is a candidate for deletion")]);
});

describe("a bug that nobody catches", () => {
  const preloading = (code: string): Record<string, string> => ({
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
  });

  /** Throws as soon as somebody listens to what nobody catches. */
  const early = preloading(
    'const at = setInterval(() => { if (process.listenerCount("uncaughtException") === 0) return; ' +
      'clearInterval(at); throw new Error("a <bug>"); }, 1);',
  );

  /** Throws when the first image is deleted. */
  const late = preloading(
    'import { subscribe } from "node:diagnostics_channel"; let isThrown = false; ' +
      'subscribe("http.client.request.start", ({ request: { method, path } }) => { ' +
      'if (isThrown || method !== "DELETE" || !path.includes("sha256:") || path.includes("0000000000")) return; ' +
      'isThrown = true; setImmediate(() => { throw new Error("a <bug>"); }); });',
  );

  test("fails the step with a summary, and with outputs that say that nothing was deleted", async () => {
    const made = await filled();
    const step = await runAction({ image: made.image, keep: "2" }, early);
    expect(step.code).toBe(1);
    expect(step.errors).toEqual(["Unexpected error, please report it: Error: a <bug>"]);
    expect(step.summary).toMatch(
      /^### ❌ The run broke off before its end\n\n> \[!CAUTION\]\n.*a &#60;bug&#62;/,
    );
    expect(step.outputs).toMatchObject({ deleted: "[]", "deleted-count": "0", plan: "", journal: "" });
    expect(made.sent("DELETE")).toEqual([]);
  });

  test("while deletions go on leaves a summary with the journal, and the outputs of what was done", async () => {
    const made = await filled();
    const step = await runAction({ image: made.image, keep: "2" }, late);
    expect(step.code).toBe(1);
    expect(step.outputs["journal"]).not.toBe("");
    expect(step.summary).toContain(`is in the journal, <code>${step.outputs["journal"] ?? ""}</code>`);
    expect(step.summary).toContain("command: restore");
    const left = await listTags(made.repo);
    expect(names(step.outputs["kept"]).toSorted()).toEqual(left.toSorted());
  });
});

test("bad input has a summary, and outputs that say that nothing was deleted", async () => {
  const step = await runAction({ image: "127.0.0.1:1/team/app", keep: "ten" });
  expect(step.code).toBe(1);
  expect(step.summary).toContain("### ❌ Nothing was read or deleted: 1 setting has to be corrected");
  expect(step.outputs).toMatchObject({ deleted: "[]", kept: "[]", "deleted-count": "0", plan: "" });
});
