import { type Finding, finding } from "../core/result/finding.js";
import { ecrAt } from "../registry/distribution/own/ecr-host.js";
import type { Product } from "./product.js";

/** A registry of which only a deletion shows what it keeps. */
interface Unforeseen {
  readonly is: (host: string, product: string) => boolean;
  /** Completes "Only a deletion shows …". */
  readonly what: string;
}

const UNFORESEEN: readonly Unforeseen[] = [
  {
    is: (_, product) => product.startsWith("Harbor"),
    what: "which tags a rule of Harbor's makes immutable (412), and which images its project lets nobody pull",
  },
  {
    is: (_, product) => product.startsWith("GitLab"),
    what: "which tags a rule of GitLab's protects (403)",
  },
  { is: (host) => host.endsWith(".azurecr.io"), what: "which images of Azure's are locked (405)" },
  {
    is: (host) => /(?:^|\.)gcr\.io$|-docker\.pkg\.dev$/.test(host),
    what: "which images of Artifact Registry's are parts of an index that has no tag (400)",
  },
  {
    is: (host) => ecrAt(host) !== undefined,
    what: "which images of ECR's are parts of an index that has no tag (ImageReferencedByManifestList)",
  },
  {
    is: (host) => host === "quay.io" || host.startsWith("quay."),
    what: "which tags of Quay's are immutable",
  },
  {
    is: (_, product) => product.startsWith("Nexus"),
    what: "whether the repository is a hosted one: a proxy or group repository of Nexus deletes nothing (405)",
  },
  {
    is: (_, product) => product.startsWith("Artifactory"),
    what: "whether the repository is a local one: a remote or virtual repository of Artifactory deletes nothing",
  },
];

/** Returns a finding that names what no check can foresee of a registry; none where nothing is known of that kind. */
export function describeUnforeseen(host: string, product: Product): readonly Finding[] {
  const name = product.kind === "unknown" ? "" : product.name;
  const found = UNFORESEEN.find(({ is }) => is(host.replace(/:\d+$/, ""), name));
  if (found === undefined) return [];
  return [
    finding("unknown", "unforeseen", {
      message: `Only a deletion shows ${found.what}.`,
      fix: "A run goes on with the others, and says what stays and why.",
    }),
  ];
}
