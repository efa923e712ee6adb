import { pushImage } from "../../scripts/images.mjs";
import { hostOf, type Kind, open, type Stage } from "./contract.js";
import { type LocalHub, useDockerHub } from "./docker-hub.js";
import { dropTag } from "./docker-hub-state.js";
import { NO_DIGEST, pulledTags } from "./proxied.js";

/** The kind of Docker Hub. Each call starts a Distribution for the test file. */
export function aDockerHub(): Kind {
  const start = useDockerHub();
  return {
    name: "Docker Hub (a local server that follows its published API)",
    untags: "yes",
    undo: "unknown",
    saysUnknown: false,
    stage: async (skip) => stageOn(await start(skip)),
  };
}

function stageOn(hub: LocalHub): Stage {
  const { world, addresses, credentials, registry, api } = hub;
  const place = hub.place();
  const { repo, image, repository } = place;
  return {
    ...{ repo, image, repository, proxy: registry, settings: { ...credentials } },
    open: async ({ rights, by = (url: string) => Promise.resolve(url) } = {}) => {
      const at = { api: await by(addresses.api), registry: await by(addresses.registry) };
      const realms = [addresses.realm, hostOf(at.registry)];
      const account = { kind: "docker-hub", ...at, realms } as const;
      return open({ host: "docker.io", account, credentials: { kind: "password", ...credentials } }, rights);
    },
    another: () => hub.place(),
    // As somebody else would on its pages: its tags, and then what has none.
    remove: async (digest) => {
      const { state } = place;
      for (const [tag, at] of [...state.tags]) if (at.digest === digest) await dropTag(world, repo.name, tag);
      state.manifests.delete(digest);
      await fetch(`${world.behind}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
    },
    beEmpty: async () => {
      await pushImage(repo, []);
    },
    deletions: () =>
      [...api.requests, ...registry.requests]
        .filter(({ method, path }) => method === "DELETE" && !path.endsWith(NO_DIGEST))
        .map(({ path }) => path.replace(/\/$/, "").split("/").at(-1) ?? "")
        .filter((name) => !name.startsWith("prune-image-tags-check-")),
    tags: () => pulledTags(repo),
  };
}
