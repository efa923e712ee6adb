import { type Finding, finding } from "../core/result/finding.js";
import { examineRegistryConfig } from "../doctor/registry-config.js";
import { examineS3Policy } from "../doctor/s3-policy.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../files/read-regular.js";
import type { CheckSettings } from "../settings/read/check.js";
import type { ConnectionHooks } from "./connection.js";
import { examineImage } from "./examine-image.js";

/** The result of a check: all that was found, in the order in which to read it. */
export interface CheckResult {
  /** `host/repository`, where one was checked. */
  readonly image?: string;
  readonly findings: readonly Finding[];
  /** The S3 policy as it should be, where there is something to correct: JSON text. */
  readonly correctedS3Policy?: string;
}

/**
 * Finds out if a registry, its configuration and its bucket's policy are ready for a prune. Deletes nothing, and cancels
 * the one thing that it writes. Whatever goes wrong is a finding; `isReady` sums them up.
 */
export async function check(
  settings: Omit<CheckSettings, "command">,
  hooks: ConnectionHooks,
): Promise<CheckResult> {
  const { image, registryConfig, s3Policy } = settings;
  const ofRegistry = image === undefined ? [] : await examineImage(image, settings, hooks);
  const ofConfig = await examineFile("registry-config", registryConfig, (text) => ({
    findings: examineRegistryConfig(text).map(unrecognisedAsProblem),
  }));
  const ofPolicy = await examineFile("s3-policy", s3Policy, examineS3Policy);
  return {
    ...(image === undefined ? {} : { image: `${image.host}/${image.repository}` }),
    findings: [...ofRegistry, ...ofConfig.findings, ...ofPolicy.findings],
    ...(ofPolicy.corrected === undefined ? {} : { correctedS3Policy: ofPolicy.corrected }),
  };
}

/** Returns a finding; that nothing of a file is known is a problem, for nobody can say then that it is ready. */
function unrecognisedAsProblem(found: Finding): Finding {
  return found.kind === "unknown" && found.check === "registry-config"
    ? { ...found, kind: "problem" }
    : found;
}

/** The findings about a file, and its text as it should be where there is something to correct. */
interface ExaminedFile {
  readonly findings: readonly Finding[];
  readonly corrected?: string;
}

async function examineFile(
  name: string,
  path: string | undefined,
  examine: (text: string) => ExaminedFile,
): Promise<ExaminedFile> {
  if (path === undefined) return { findings: [] };
  let text: string;
  try {
    text = (await readRegular(path, MOST_BYTES.configuration)).toString("utf8");
  } catch (cause) {
    const message = `The file that ${name} names, ${path}, can't be read (${whyUnreadable(cause)}).`;
    const fix = "Check its path, and that the user that runs this may read it.";
    return { findings: [finding("problem", name, { message, fix })] };
  }
  return examine(text);
}
