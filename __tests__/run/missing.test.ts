import { describe, expect, test, type TestContext } from "vitest";
import { failureText } from "../../src/report/run/failure.js";
import { missingPlaces, statusOf } from "../../src/report/run/result.js";
import { describeNothing } from "../../src/report/words/outcomes.js";
import { useDistribution } from "../support/distributions.js";
import { temporaryFile } from "../support/policies.js";
import { runPrune } from "../support/pruning.js";
import { runAction, runCli } from "../support/doors.js";
import { ALL, catalogsAsked, endsOf, isCatalog, NEWEST, type Team, teamOf } from "../support/teams.js";

/** A repository that is not there: said each time, with the name that may have been meant, or a failure. */
const keep = { keep: "1" };
const fails = { ...keep, "if-missing": "fail" };

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);
  const made = async (skip: TestContext["skip"]): Promise<Team> => {
    const at = teamOf(await stage(skip));
    await at.push("app", "other");
    return at;
  };

  test("a repository with a slip in its name is a warning with the name that is there", async ({ skip }) => {
    const at = await made(skip);
    const { result, outcome } = await runPrune({ image: `${at.team}/ap:1.2.0`, ...keep });
    const wanted = { kind: "nothing", repository: `${at.team}/ap`, why: "unknown-repository" } as const;
    expect(outcome).toEqual({ ...wanted, near: `${at.team}/app` });
    expect(describeNothing({ ...wanted, near: `${at.team}/app` })).toContain(
      `Did you mean ${at.team}/app, which is there?`,
    );
    expect(statusOf(result)).toBe("done");
    expect(missingPlaces(result)).toEqual([`${at.team}/ap`]);
    expect(await at.left("app")).toEqual(ALL);
  });

  test("with if-missing: fail it is a failure, and the others are pruned all the same", async ({ skip }) => {
    const at = await made(skip);
    const { result } = await runPrune({ image: `${at.team}/ap\n${at.team}/other`, ...fails });
    expect(endsOf(result.outcomes)).toEqual({ [`${at.team}/ap`]: "failed", [`${at.team}/other`]: "applied" });
    expect(statusOf(result)).toBe("partly-failed");
    expect(missingPlaces(result)).toEqual([`${at.team}/ap`]);
    expect(failureText(result)).toContain("the registry does not know this repository");
    expect(failureText(result)).toContain(`Did you mean ${at.team}/app`);
    expect([await at.left("app"), await at.left("other")]).toEqual([ALL, NEWEST]);
  });

  test("so is a pattern that matches none, with the pattern that would", async ({ skip }) => {
    const at = await made(skip);
    const image = `${at.team}s/a*`;
    const { outcome } = await runPrune({ image, ...keep });
    expect(outcome).toEqual({
      kind: "nothing",
      repository: image,
      why: "no-match",
      near: `${at.team}/a*`,
    });
    const { result } = await runPrune({ image, ...fails });
    expect(statusOf(result)).toBe("failed");
    expect(missingPlaces(result)).toEqual([image]);
    expect(failureText(result)).toContain(`Did you mean ${at.team}/a*`);
    expect(await at.left("app")).toEqual(ALL);
  });

  test("where no catalog can be read, the run's other names are the list", async ({ skip }) => {
    const at = await made(skip);
    at.proxy.on({ when: isCatalog, act: { kind: "answer", status: 401 } });
    const { result } = await runPrune({ image: `${at.team}/ap\n${at.team}/app\n${at.team}/oter`, ...keep });
    expect(result.outcomes).toMatchObject([
      { kind: "nothing", near: `${at.team}/app` },
      { kind: "applied" },
      { kind: "nothing", repository: `${at.team}/oter` },
    ]);
    expect(result.outcomes[2]).not.toHaveProperty("near");
    expect(catalogsAsked(at)).toBe(1);
    expect(await at.left("app")).toEqual(NEWEST);
    expect(await at.left("other")).toEqual(ALL);
  });

  test("of two names that are not there, neither is said to be meant", async ({ skip }) => {
    const at = await made(skip);
    at.proxy.on({ when: isCatalog, act: { kind: "answer", status: 404 } });
    const { result } = await runPrune({ image: `${at.team}/appl\n${at.team}/apple`, ...keep });
    expect(missingPlaces(result)).toEqual([`${at.team}/appl`, `${at.team}/apple`]);
    for (const outcome of result.outcomes) expect(outcome).not.toHaveProperty("near");
  });

  test("a step whose image is empty deletes nothing, says so, and is green", async ({ skip }) => {
    const at = await made(skip);
    const policy = await temporaryFile("policy.yml", `rules: [{ keep: 1 }]`);
    for (const image of ["", " \n", ","]) {
      const step = await runAction({ image, policy, keep: "10" });
      expect([step.code, step.errors]).toEqual([0, []]);
      expect(step.warnings).toEqual([expect.stringMatching(/^image is empty, so there is nothing to do/)]);
      expect(step.outputs).toMatchObject({ deleted: "[]", missing: "[]", "deleted-count": "0" });
      expect(step.summary).toContain("Nothing to do: no repository is named");
    }
    const failing = await runAction({ image: "", "if-missing": "fail" });
    expect([failing.code, failing.warnings]).toEqual([1, []]);
    expect(failing.errors).toEqual([expect.stringContaining("image: it is empty")]);
    expect(await at.left("app")).toEqual(ALL);
  });

  test("so is a command line with an empty word; one with none is not finished", async ({ skip }) => {
    await made(skip);
    const empty = await runCli(["", "--keep", "1", "--yes"]);
    expect([empty.code, empty.stderr + empty.stdout]).toEqual([
      0,
      expect.stringContaining("image is empty, so there is nothing to do"),
    ]);
    expect(await runCli(["", "--if-missing", "fail"])).toMatchObject({ code: 2 });
    expect(await runCli(["--keep", "1"])).toMatchObject({ code: 2 });
  });
});
