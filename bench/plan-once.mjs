// Plans once, in a process of its own, and prints the milliseconds that it took: node plan-once.mjs COMPILED TAGS.
// COMPILED is the compiled src/. It does what a run does: it makes a plan and derives the questions that remain. Nothing refers to the deleted
// images, so a run would not plan again.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tagNames } from "./bench-registry.mjs";
import { digestOf, manifestOf } from "./stand-in.mjs";

const [, , folder = "", tags = ""] = process.argv;
/** @param {string} file */
const load = (file) => import(pathToFileURL(join(folder, file)).href);

const { decodeManifest } = await load("core/image/manifest.js");
const { plan } = await load("core/plan/make-plan.js");
const { questionsOf } = await load("core/plan/questions.js");
const { policyFor } = await load("core/policy/policy.js");
const { readPolicies } = await load("settings/read/policy.js");
const { SettingReader } = await load("settings/read/setting-reader.js");

const policies = readPolicies(new SettingReader({ keep: "10" }));
const policy = policyFor({ host: "registry.example.com", repository: "team/app" }, policies);

const images = tagNames(Number(tags)).map((tag, index) => {
  const bytes = manifestOf(`${index + 1}`);
  const content = JSON.parse(bytes.toString());
  const manifest = { ...decodeManifest(content.mediaType, content), bytes: bytes.length };
  return { tag, digest: digestOf(bytes), manifest };
});
const snapshot = {
  repository: "team/app",
  tags: images.map(({ tag, digest }) => ({ tag, digest })),
  manifests: new Map(images.map(({ digest, manifest }) => [digest, manifest])),
  missing: new Set(),
  namedTags: new Set(),
  namedDigests: new Set(),
  leftovers: new Set(),
  referrers: new Map(),
  dates: new Map(),
  now: Date.now(),
  untagged: new Map(),
};

const start = performance.now();
const planned = plan(snapshot, policy);
const { referrersOf } = questionsOf(planned, snapshot, policy);
const ms = performance.now() - start;
if (planned.deletions.length !== images.length - 10 || referrersOf.length !== planned.deletions.length) {
  throw new Error(`${planned.deletions.length} deletions of ${images.length} tags, of which 10 stay`);
}
console.log(ms);
