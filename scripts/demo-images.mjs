import { pushImage, pushIndex } from "./images.mjs";

/**
 * Pushes what a year of pipelines leaves: 74 alphas, four releases, one of them for two platforms, and latest.
 * @param {{ base: string, name: string }} repo
 */
export async function fill(repo) {
  for (let number = 1; number <= 74; number += 1) {
    await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `alpha ${number}` });
  }
  for (const release of ["3.0.0", "3.1.0", "3.2.0"]) {
    const tags = release === "3.2.0" ? [release, "latest"] : [release];
    await pushImage(repo, tags, { seed: release });
  }
  const platforms = await Promise.all(
    ["amd64", "arm64"].map((architecture) =>
      pushImage(repo, [], { seed: `3.2.1 ${architecture}`, platform: { architecture, os: "linux" } }),
    ),
  );
  await pushIndex(repo, ["3.2.1"], platforms);
}
