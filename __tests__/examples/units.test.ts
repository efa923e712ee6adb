import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { listTags } from "../../scripts/images.mjs";
import { onPath } from "../../scripts/programs.mjs";
import { DOOR_NODE, runCli } from "../support/doors.js";
import {
  alphas,
  example,
  guardedAs,
  pushTags,
  unitOf,
  useGuarded,
  USER,
  withoutDryRun,
} from "../support/examples.js";

/** What systemd and Kubernetes start. What systemd's commands do is in reclaim.test.ts. */
const guarded = useGuarded();
const run = promisify(execFile);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-units-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("prune-image-tags.service and prune-image-tags.timer", () => {
  const NAMES = ["prune-image-tags.service", "prune-image-tags.timer"] as const;

  /** What systemd-analyze says against the units, in which Node is where it is here. */
  async function complaints(change: (text: string) => string): Promise<string> {
    const folder = await temporaryFolder();
    for (const name of NAMES) {
      const text = (await example(name)).replaceAll("/usr/bin/node", DOOR_NODE);
      await writeFile(join(folder, name), change(text));
    }
    const verify = ["verify", "--man=no", ...NAMES.map((name) => join(folder, name))];
    return run("systemd-analyze", verify).then(
      ({ stdout, stderr }) => stdout + stderr,
      (error: unknown) => (error as { stderr: string }).stderr,
    );
  }

  test("are what systemd knows", async ({ skip }) => {
    if (onPath("systemd-analyze") === undefined) skip("systemd-analyze is not here");
    expect(await complaints((text) => text)).toBe("");
    expect(await complaints((text) => text.replace("KillMode=", "KillMod="))).toContain("KillMod");
    expect(await complaints((text) => text.replace("OnCalendar=*-*-*", "OnCalendar=nightly"))).toContain(
      "calendar specification",
    );
  });

  test("the timer starts that service, a missed night too, and who stops it lets it start the registry", async () => {
    const [service, timer] = await Promise.all(NAMES.map(async (name) => unitOf(await example(name))));
    expect(timer?.("Timer", "Unit")).toEqual([]);
    expect(timer?.("Timer", "Persistent")).toEqual(["true"]);
    expect(service?.("Service", "Type")).toEqual(["oneshot"]);
    expect(service?.("Service", "KillMode")).toEqual(["mixed"]);
    expect(service?.("Service", "ExecStart").map((line) => line.split(" ")[1])).toEqual(
      Array(2).fill("/opt/prune-image-tags.mjs"),
    );
  });
});

interface Job {
  readonly spec: {
    readonly jobTemplate: {
      readonly spec: { readonly template: { readonly spec: { readonly containers: readonly [Container] } } };
    };
  };
}

interface Container {
  readonly image: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts: readonly { readonly mountPath: string }[];
}

test("kubernetes-cronjob.yaml's arguments delete by the secret's user, and the journal is in the volume", async () => {
  const { host } = guarded();
  const made = guardedAs({ host }, "team/cron");
  await pushTags(made, "3.2.0", ...alphas(11));
  const text = (await example("kubernetes-cronjob.yaml")).replaceAll("registry.example.com", host);
  const [secret, , job] = parseAllDocuments(withoutDryRun(text)).map(
    (document) => document.toJS() as unknown,
  );
  const { stringData } = secret as { readonly stringData: Readonly<Record<string, string>> };
  expect(Object.keys(stringData)).toEqual(["PRUNE_USERNAME", "PRUNE_PASSWORD"]);
  const [container] = (job as Job).spec.jobTemplate.spec.template.spec.containers;
  const [state] = container.env;
  expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toContain(state?.value);
  const volume = await temporaryFolder();
  const env = { PRUNE_USERNAME: USER.username, PRUNE_PASSWORD: USER.password, [state?.name ?? ""]: volume };
  expect((await runCli(container.args, { env })).code).toBe(0);
  expect(await listTags(made.repo)).toEqual(["3.2.0", ...alphas(11, 2)].sort());
  expect(await readdir(join(volume, "prune-image-tags"))).toHaveLength(1);
});
