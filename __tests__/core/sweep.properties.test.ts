import fc from "fast-check";
import { expect, test } from "vitest";
import type { Digest } from "../../src/core/names/reference.js";
import type { StoredFile } from "../../src/core/sweep/path.js";
import type { ManifestFile } from "../../src/core/sweep/manifest.js";
import type { ManifestReadResult, TextReadResult } from "../../src/core/sweep/contents.js";
import { planSweep, type SweepPlan } from "../../src/core/sweep/sweep.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, signatureOf } from "../support/snapshots.js";

const NOW = 1_000;
const LIMITS = { now: NOW, uploadsOlderThan: 100, untaggedOlderThan: 200 };

// Few of each, so that they share as much as they can. A cache is an index of layers, as BuildKit makes it.
const images = ["a", "b", "c", "d"] as const;
const indexes = ["i", "j", "cache"] as const;
const layers = ["l1", "l2", "l3", "l4"] as const;
const manifestName = fc.constantFrom(...images, ...indexes);
// Tags that sign a, i and one another's images: a circle is possible.
const SIGNED: Readonly<Record<string, string>> = {
  [signatureOf("a")]: "a",
  [signatureOf("a", ".att")]: "a",
  [signatureOf("b", "")]: "b",
  [signatureOf("c")]: "c",
  [signatureOf("i")]: "i",
};
// Images that nothing but such tags names.
const signatures = ["s", "t"] as const;
const age = fc.constantFrom(0, 50, 150, 199, 201, 500);

interface Model {
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly subjects: Readonly<Record<string, string>>;
  readonly revisions: Readonly<Record<string, number>>;
  readonly tags: Readonly<
    Record<
      string,
      {
        readonly current: string | null;
        readonly age: number;
        readonly entries: Readonly<Record<string, number>>;
      }
    >
  >;
  readonly layers: Readonly<Record<string, number>>;
  readonly uploads: Readonly<Record<string, number>>;
  readonly isDamaged: boolean;
}

const dictionary = { noNullPrototype: true };
const model: fc.Arbitrary<Model> = fc.record(
  {
    names: fc.record({
      ...Object.fromEntries(
        images.map((name) => [name, fc.uniqueArray(fc.constantFrom(...layers), { maxLength: 2 })]),
      ),
      i: fc.uniqueArray(fc.constantFrom(...images), { maxLength: 3 }),
      j: fc.uniqueArray(fc.constantFrom(...images, "i"), { maxLength: 3 }),
      cache: fc.uniqueArray(fc.constantFrom(...layers), { maxLength: 3 }),
    }),
    subjects: fc.dictionary(fc.constantFrom(...images, "j"), manifestName, { maxKeys: 2, ...dictionary }),
    revisions: fc.dictionary(manifestName, age, { maxKeys: 7, ...dictionary }),
    tags: fc.dictionary(
      fc.constantFrom("main", "1.0", "2.0", ...Object.keys(SIGNED)),
      fc.record({
        current: fc.option(manifestName, { freq: 5 }),
        age,
        entries: fc.dictionary(manifestName, age, { maxKeys: 3, ...dictionary }),
      }),
      { maxKeys: 4, ...dictionary },
    ),
    layers: fc.dictionary(fc.constantFrom(...layers), age, { maxKeys: 4, ...dictionary }),
    uploads: fc.dictionary(fc.constantFrom("u1", "u2"), age, { maxKeys: 2, ...dictionary }),
    isDamaged: fc.constant(false),
  },
  dictionary,
);

const isIndex = (name: string): boolean => (indexes as readonly string[]).includes(name);
const below = (name: string): string => digest(name).replace(":", "/");

function stored(name: string, { names, subjects }: Model): ManifestFile {
  const subject = subjects[name] === undefined ? {} : { subject: digest(subjects[name]) };
  const named = (names[name] ?? []).map(digest);
  return isIndex(name)
    ? { manifest: { kind: "index", children: named, ...subject }, blobs: [] }
    : { manifest: { kind: "image", ...subject }, blobs: named.map((blob) => ({ digest: blob, bytes: 1 })) };
}

interface Scene {
  readonly files: readonly StoredFile[];
  readonly texts: ReadonlyMap<string, TextReadResult>;
}

function sceneOf(repository: string, made: Model): Scene {
  const root = `repositories/${repository}`;
  const files: StoredFile[] = [];
  const texts = new Map<string, TextReadResult>();
  const put = (path: string, old: number, text: string): void => {
    files.push({ path: `${root}/${path}`, kind: "file", bytes: text.length, modified: NOW - old });
    texts.set(`${root}/${path}`, { kind: "text", text });
  };
  for (const [name, old] of Object.entries(made.revisions)) {
    put(`_manifests/revisions/${below(name)}/link`, old, made.isDamaged ? "sha2" : digest(name));
  }
  for (const [tag, { current, age: old, entries }] of Object.entries(made.tags)) {
    put(`_manifests/tags/${tag}/current/link`, old, current === null ? "" : digest(current));
    for (const [name, since] of Object.entries(entries)) {
      put(`_manifests/tags/${tag}/index/${below(name)}/link`, since, digest(name));
    }
  }
  for (const [name, old] of Object.entries(made.layers)) {
    put(`_layers/${below(name)}/link`, old, digest(name));
  }
  for (const [id, old] of Object.entries(made.uploads)) put(`_uploads/${id}/startedat`, old, "");
  return { files, texts };
}

/** Two repositories, one nested in the other, planned together. */
function planned(
  outer: Model,
  inner: Model,
): { readonly plan: SweepPlan; readonly before: readonly StoredFile[] } {
  const scenes = [sceneOf("app", outer), sceneOf("app/nested", inner)];
  const before = scenes.flatMap(({ files }) => files);
  const manifests = new Map<Digest, ManifestReadResult>();
  for (const name of [...images, ...indexes, ...signatures]) {
    manifests.set(digest(name), { kind: "manifest", ...stored(name, outer) });
  }
  const plan = planSweep({
    inventory: { files: before, multipartUploads: [] },
    contents: { texts: new Map(scenes.flatMap(({ texts }) => [...texts])), manifests },
    limits: LIMITS,
  });
  return { plan, before };
}

function pathsOf({ removals }: SweepPlan): readonly string[] {
  return removals.flatMap((removal) => (removal.kind === "multipart-upload" ? [] : removal.paths));
}

/** The paths that are left when the plan is carried out. */
function after(plan: SweepPlan, before: readonly StoredFile[]): ReadonlySet<string> {
  const gone = pathsOf(plan);
  return new Set(
    before.map(({ path }) => path).filter((path) => !gone.some((one) => path.startsWith(`${one}/`))),
  );
}

/** All that a manifest names. */
function namedBy(name: string, { names, subjects }: Model): readonly string[] {
  return [...(names[name] ?? []), ...(subjects[name] === undefined ? [] : [subjects[name]])];
}

/** The image that a tag signs, if it is there and another than its own. */
function signedBy(tag: string, { tags, revisions }: Model): string | undefined {
  const subject = SIGNED[tag];
  if (subject === undefined || revisions[subject] === undefined) return undefined;
  return tags[tag]?.current === subject ? undefined : subject;
}

/** Everything that tags reach, said again in another way than the plan has it: until nothing is added. */
function reachable(made: Model): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const [tag, { current, entries }] of Object.entries(made.tags)) {
    if (current === null) Object.keys(entries).forEach((name) => reached.add(name));
    else if (signedBy(tag, made) === undefined) reached.add(current);
  }
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const name of [...reached]) followedFrom(name, made).forEach((other) => reached.add(other));
  }
  return reached;
}

/** All that stays where this stays: what it names, and what refers to it. */
function followedFrom(name: string, made: Model): readonly string[] {
  const { revisions, subjects, tags } = made;
  const has = (one: string): boolean => revisions[one] !== undefined;
  const bySubject = Object.keys(subjects).filter((one) => has(one) && subjects[one] === name);
  const byName = Object.keys(tags).flatMap((tag) =>
    signedBy(tag, made) === name ? (tags[tag]?.current ?? []) : [],
  );
  return [...(has(name) ? namedBy(name, made) : []), ...bySubject, ...byName];
}

/** Checks a repository on its own and as the one that another is nested in. */
function holds(check: (root: string, made: Model, left: ReadonlySet<string>) => void): void {
  fc.assert(
    fc.property(model, model, (outer, other) => {
      // Manifests are what their digest says, so both repositories have the same ones.
      const inner = { ...other, names: outer.names, subjects: outer.subjects };
      const { plan, before } = planned(outer, inner);
      const left = after(plan, before);
      check("repositories/app", outer, left);
      check("repositories/app/nested", inner, left);
    }),
    { numRuns: propertyRuns(3000) },
  );
}

test("nothing that a tag reaches is removed", () => {
  holds((root, made, left) => {
    const reached = reachable(made);
    for (const [tag, { current }] of Object.entries(made.tags)) {
      const subject = signedBy(tag, made);
      if (current === null || (subject !== undefined && !reached.has(subject))) continue;
      expect(left).toContain(`${root}/_manifests/tags/${tag}/current/link`);
    }
    for (const name of reached) {
      if (made.revisions[name] !== undefined) {
        expect(left).toContain(`${root}/_manifests/revisions/${below(name)}/link`);
      }
    }
  });
});

test("whatever is left has all that it had: children, subjects, configs and layers", () => {
  holds((root, made, left) => {
    for (const name of Object.keys(made.revisions)) {
      if (!left.has(`${root}/_manifests/revisions/${below(name)}/link`)) continue;
      for (const other of namedBy(name, made)) {
        const had = [
          ...(made.revisions[other] === undefined
            ? []
            : [`${root}/_manifests/revisions/${below(other)}/link`]),
          ...(made.layers[other] === undefined ? [] : [`${root}/_layers/${below(other)}/link`]),
        ];
        for (const path of had) expect(left).toContain(path);
      }
    }
  });
});

test("a tag that is left has the image that it had, wherever the sweep is cut short", () => {
  fc.assert(
    fc.property(model, model, (outer, other) => {
      const { plan, before } = planned(outer, { ...other, names: outer.names, subjects: outer.subjects });
      const had = new Set(before.map(({ path }) => path));
      const gone: string[] = [];
      for (const path of pathsOf(plan)) {
        gone.push(path);
        const isThere = (one: string): boolean =>
          had.has(one) && !gone.some((folder) => one.startsWith(`${folder}/`));
        for (const [tag, { current }] of Object.entries(outer.tags)) {
          if (current === null || !isThere(`repositories/app/_manifests/tags/${tag}/current/link`)) continue;
          const revision = `repositories/app/_manifests/revisions/${below(current)}/link`;
          expect(isThere(revision)).toBe(had.has(revision));
        }
      }
    }),
    { numRuns: propertyRuns(1000) },
  );
});

test("a signature keeps nothing, takes nothing along, and stays or goes with what it signs", () => {
  const signing = fc.dictionary(fc.constantFrom(...Object.keys(SIGNED)), fc.constantFrom(...signatures), {
    maxKeys: 4,
    ...dictionary,
  });
  fc.assert(
    fc.property(model, signing, age, (any, signs, old) => {
      const tags = Object.fromEntries(Object.entries(any.tags).filter(([tag]) => SIGNED[tag] === undefined));
      const plain: Model = {
        ...any,
        // Without a tag in the storage nothing goes.
        tags: { ...tags, latest: { current: "d", age: 0, entries: {} } },
        revisions: { ...any.revisions, d: 500 },
      };
      const pushed = [...new Set(Object.values(signs))];
      const signed: Model = {
        ...plain,
        revisions: { ...plain.revisions, ...Object.fromEntries(pushed.map((name) => [name, old])) },
        tags: {
          ...plain.tags,
          ...Object.fromEntries(
            Object.entries(signs).map(([tag, current]) => [tag, { current, age: old, entries: {} }]),
          ),
        },
      };
      const nested = { ...plain, tags: {}, revisions: {}, layers: {}, uploads: {} };
      const leftOf = (made: Model): ReadonlySet<string> => {
        const { plan, before } = planned(made, nested);
        return after(plan, before);
      };
      const [without, left] = [leftOf(plain), leftOf(signed)];
      const revision = (name: string): string => `repositories/app/_manifests/revisions/${below(name)}/link`;
      for (const name of Object.keys(plain.revisions)) {
        expect(left.has(revision(name))).toBe(without.has(revision(name)));
      }
      const stays = (tag: string): boolean => {
        const subject = revision(SIGNED[tag] ?? "");
        return left.has(subject) || plain.revisions[SIGNED[tag] ?? ""] === undefined;
      };
      for (const [tag, name] of Object.entries(signs)) {
        expect(left.has(`repositories/app/_manifests/tags/${tag}/current/link`)).toBe(stays(tag));
        const tagsOfIt = Object.keys(signs).filter((one) => signs[one] === name);
        expect(left.has(revision(name))).toBe(tagsOfIt.some(stays));
      }
    }),
    { numRuns: propertyRuns(1000) },
  );
});

test("what is young stays, unless it refers to something that goes", () => {
  holds((root, made, left) => {
    const refers = (name: string): boolean =>
      made.revisions[made.subjects[name] ?? ""] !== undefined ||
      Object.entries(made.tags).some(
        ([tag, { current }]) => current === name && signedBy(tag, made) !== undefined,
      );
    const expectYoung = (
      ages: Readonly<Record<string, number>>,
      limit: number,
      path: (name: string) => string,
    ): void => {
      for (const [name, old] of Object.entries(ages)) {
        if (old <= limit) expect(left).toContain(`${root}/${path(name)}`);
      }
    };
    expectYoung(made.layers, 100, (name) => `_layers/${below(name)}/link`);
    expectYoung(made.uploads, 100, (id) => `_uploads/${id}/startedat`);
    const alone = Object.fromEntries(Object.entries(made.revisions).filter(([name]) => !refers(name)));
    expectYoung(alone, 200, (name) => `_manifests/revisions/${below(name)}/link`);
  });
});

test("a repository with manifests keeps a _layers that it had", () => {
  holds((root, made, left) => {
    const rest = [...left].filter((path) => path.startsWith(`${root}/_`));
    const hadLayers = Object.keys(made.layers).length > 0;
    const hasManifests = rest.some((path) => path.startsWith(`${root}/_manifests/revisions`));
    if (hadLayers && hasManifests) expect(rest.some((path) => path.startsWith(`${root}/_layers`))).toBe(true);
  });
});

test("of a damaged repository abandoned uploads alone go", () => {
  fc.assert(
    fc.property(model, model, (outer, other) => {
      const inner = { ...other, names: outer.names, subjects: outer.subjects, isDamaged: true };
      const { plan } = planned(outer, inner);
      const isDamaged = Object.keys(inner.revisions).length > 0;
      const kinds = plan.removals
        .filter(({ repository }) => repository === "app/nested")
        .map(({ kind }) => kind);
      if (isDamaged) expect(kinds.filter((kind) => kind !== "upload")).toEqual([]);
    }),
    { numRuns: propertyRuns(1000) },
  );
});

test("an index goes before its children, and each thing goes once", () => {
  fc.assert(
    fc.property(model, model, (outer, other) => {
      const paths = pathsOf(planned(outer, { ...other, names: outer.names, subjects: outer.subjects }).plan);
      expect(new Set(paths).size).toBe(paths.length);
      // Subjects and signatures can make a circle, in which somebody has to be first.
      if (Object.keys(outer.subjects).length > 0) return;
      if (Object.keys(outer.tags).some((tag) => signedBy(tag, outer) !== undefined)) return;
      const place = (name: string): number =>
        paths.indexOf(`repositories/app/_manifests/revisions/${below(name)}`);
      for (const [name, children] of Object.entries(outer.names)) {
        for (const child of place(name) === -1 ? [] : children) {
          if (place(child) !== -1) expect(place(name)).toBeLessThan(place(child));
        }
      }
    }),
    { numRuns: propertyRuns(1000) },
  );
});
