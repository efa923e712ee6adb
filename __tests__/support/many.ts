import pMap from "p-map";
import { pushImage, putManifest } from "../../scripts/images.mjs";
import { digestOf } from "../../scripts/registry-api.mjs";

type Repo = Parameters<typeof pushImage>[0];

/** The digest, media type and bytes of a pushed manifest. */
export interface PushedManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Pushes an image for each tag, oldest first. It is quick, because the images share their layer and configuration. */
export async function pushMany(
  repo: Repo,
  tags: readonly string[],
  format: "oci" | "docker" = "oci",
): Promise<ReadonlyMap<string, PushedManifest>> {
  const { bytes: first, mediaType } = await pushImage(repo, [], { format });
  const content = JSON.parse(first.toString()) as object;
  const pushed = await pMap(
    tags,
    async (tag) => {
      const bytes = Buffer.from(JSON.stringify({ ...content, annotations: { tag } }));
      await putManifest(repo, tag, mediaType, bytes);
      return [tag, { digest: digestOf(bytes), mediaType, bytes }] as const;
    },
    { concurrency: 8 },
  );
  return new Map(pushed);
}
