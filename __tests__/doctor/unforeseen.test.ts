import { expect, test } from "vitest";
import type { Product } from "../../src/doctor/product.js";
import { describeUnforeseen } from "../../src/doctor/unforeseen.js";

const OTHER = (name: string): Product => ({ kind: "other", name });
const UNKNOWN: Product = { kind: "unknown" };

test.each([
  ["r.example.com", OTHER("Harbor"), /immutable \(412\)/],
  ["r.example.com:5050", OTHER("GitLab's registry 4.14.0-gitlab"), /protects/],
  ["team.azurecr.io", UNKNOWN, /locked/],
  ["europe-docker.pkg.dev", UNKNOWN, /Artifact Registry/],
  ["eu.gcr.io", UNKNOWN, /Artifact Registry/],
  ["123456789012.dkr.ecr.eu-central-1.amazonaws.com", UNKNOWN, /ImageReferencedByManifestList/],
  ["quay.io", UNKNOWN, /Quay/],
  ["r.example.com", OTHER("Nexus 3.89.0"), /group repository/],
  ["r.example.com", OTHER("Artifactory 7.90.1"), /virtual repository/],
] as const)("of %s %j, only a deletion shows %s", (host, product, words) => {
  const [found, ...others] = describeUnforeseen(host, product);
  expect(found).toMatchObject({
    kind: "unknown",
    check: "unforeseen",
    message: expect.stringMatching(words) as string,
  });
  expect(others).toEqual([]);
});

test.each([
  ["r.example.com", UNKNOWN],
  ["r.example.com", { kind: "distribution", major: 2, name: "Distribution 2.8 or older" }],
  ["azurecr.io.example.com", UNKNOWN],
] as const)("of %s %j nothing is said", (host, product) => {
  expect(describeUnforeseen(host, product)).toEqual([]);
});
