import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { pushImage, type Repo } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { newRepository } from "./pruning.js";
import { blocksOf } from "./recipes.js";

/** A user of the registry that the examples sign in to. */
export const USER = { username: "ci", password: "s3cret" } as const;
const HTPASSWD = "ci:$2y$04$abcdefghijklmnopqrstuuLZYjhNQAOdpbzt4WxWlUHjv1wsyH5DG\n";
const AUTHORIZATION = `Basic ${btoa(`${USER.username}:${USER.password}`)}`;

/** A file of examples/. */
export const example = (name: string): Promise<string> => readFile(join("examples", name), "utf8");

/** The block of a document that stands under this heading and is of this kind. */
export async function documented(path: string, heading: string, info: string): Promise<string> {
  const blocks = blocksOf(await readFile(path, "utf8"));
  const found = blocks.find((block) => block.heading === heading && block.info === info);
  if (found === undefined) throw new Error(`${path} has no block of ${info} under ${heading}`);
  return found.text;
}

/** What an example does when the reader has taken its dry run away. */
export function withoutDryRun(text: string): string {
  const changed = text
    .replace(/^ +dry-run: true\b.*\n/gm, "")
    .replaceAll(/ +--dry-run(?=['" ]|$)|^ +- --dry-run\n/gm, "");
  if (changed === text) throw new Error("it has no dry run");
  return changed;
}

/** A repository of a registry that asks for a password. */
export interface Guarded {
  readonly host: string;
  readonly repo: Repo;
  /** `host/name` */
  readonly image: string;
}

/** Starts a registry that asks for a password. Each call of the returned function makes a new repository on it. */
export function useGuarded(): () => Guarded {
  let registry: Registry | undefined;
  beforeAll(async () => {
    registry = await startRegistry({ htpasswd: HTPASSWD });
  });
  afterAll(() => registry?.stop());
  return () => {
    if (registry === undefined) throw new Error("the registry is started before the tests");
    const { host, url } = registry;
    return guardedAs({ host, url }, newRepository(url).name);
  };
}

/** A repository of that name on the same registry. */
export function guardedAs(
  { host, url = `http://${host}` }: { readonly host: string; readonly url?: string },
  name: string,
): Guarded {
  return {
    host,
    image: `${host}/${name}`,
    repo: { base: url, name, headers: { authorization: AUTHORIZATION } },
  };
}

/** A text of the documents or the examples with this registry and repository in the place of its own. */
export function addressedTo({ image, host }: Pick<Guarded, "image" | "host">, text: string): string {
  return text.replaceAll("registry.example.com/team/app", image).replaceAll("registry.example.com", host);
}

export const sorted = (tags: readonly string[]): readonly string[] => [...tags].sort();

/** Pushes these tags, each an image of its own. */
export async function pushTags({ repo }: Pick<Guarded, "repo">, ...tags: readonly string[]): Promise<void> {
  for (const tag of tags) await pushImage(repo, [tag]);
}

/** 3.3.0-alpha.1 to 3.3.0-alpha.`count`. */
export const alphas = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count - from + 1 }, (_, index) => `3.3.0-alpha.${from + index}`);

/** The scripts of a Jenkinsfile's `sh` steps, as Groovy reads them: of all that a backslash can mean they have a backslash alone. */
export function shellSteps(jenkinsfile: string): readonly string[] {
  return [...jenkinsfile.matchAll(/\bsh '''([\s\S]*?)'''/g)].map(([, script = ""]) => {
    if (/(?<!\\)(?:\\\\)*\\[^\\]/.test(script)) {
      throw new Error("a backslash that Groovy reads as something else");
    }
    return script.replaceAll("\\\\", "\\");
  });
}

/** Returns a function that gives the values of a key in a section of a systemd unit, in their order. */
export function unitOf(text: string): (section: string, key: string) => readonly string[] {
  const lines = text.split("\n").filter((line) => !/^[#;]|^$/.test(line));
  let section = "";
  const entries = lines.flatMap((line) => {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (name !== undefined) section = name;
    const [, key = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [{ section, key, value }] : [];
  });
  return (wanted, key) =>
    entries.filter((entry) => entry.section === wanted && entry.key === key).map(({ value }) => value);
}
