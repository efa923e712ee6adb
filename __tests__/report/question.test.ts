import { expect, test } from "vitest";
import { deletionQuestion } from "../../src/report/verbs/question.js";
import { manifestDeletion, planned } from "./plans.js";

const one = planned({ deletions: [manifestDeletion("1.0.0"), manifestDeletion("1.0.1")] });
const at = (repository: string): typeof one => ({ ...one, repository });

test("a question names tags, bytes, the repository, and what stays", () => {
  const plan = { ...one, repository: "h/app", reclaimable: { bytes: 2 * 1024 ** 3, isLeast: false } };
  expect(deletionQuestion([plan])).toMatch(/^Delete 2 tags \(2 GB\) from h\/app\? \d+ tags? stays?\.$/);
  expect(deletionQuestion([plan], ", and then collect the registry's garbage")).toContain(
    " from h/app, and then collect the registry's garbage? ",
  );
});

test("a question has no bytes where none are known to be freed", () => {
  const plan = { ...at("h/app"), reclaimable: { bytes: 0, isLeast: false } };
  expect(deletionQuestion([plan])).toContain("Delete 2 tags from h/app?");
});

test("a question counts repositories, and names the first", () => {
  const names = ["a", "b", "c", "d", "e", "f"].map((name) => at(`h/${name}`));
  expect(deletionQuestion(names.slice(0, 2))).toContain(" from 2 repositories (h/a and h/b)?");
  expect(deletionQuestion(names)).toContain("Delete 12 tags");
  expect(deletionQuestion(names)).toContain(" from 6 repositories (h/a, h/b, h/c, h/d and 2 more)?");
});

test("a question names images without a tag, and not the parts that go with an index", () => {
  const bare = { ...manifestDeletion("1.0.0"), tags: [] };
  const part = { ...bare, parents: [bare.digest] };
  const plan = { ...planned({ deletions: [bare, part] }), repository: "h/app" };
  expect(deletionQuestion([plan])).toMatch(/^Delete 1 image without a tag/);
});
