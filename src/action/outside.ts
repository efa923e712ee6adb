import { lstat, readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Problem } from "../core/base/errors.js";
import { otherFolders } from "../program/folders.js";
import { NAME } from "../program/about.js";
import { isNotThere } from "../core/base/system-error.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import { SETTINGS } from "../settings/table/settings.js";
import type { Setting } from "../settings/table/setting.js";

/** The settings whose value is the path of a file. */
const FILE_SETTINGS = SETTINGS.filter((setting: Setting) => setting.isFile === true).map(({ name }) => name);

/** The folders of a step, and the user's own word about others. */
interface StepFolders {
  /** The workspace, and the runner's folder for temporary files, where this program puts plans and journals. */
  readonly own: readonly string[];
  /** The folders in which this program makes one of its own, where a full disk takes no plan and no journal. */
  readonly spare: readonly string[];
  /** True if this is a runner, which always says where its workspace is: there an absolute path has to be in one of them too. */
  readonly isRunner: boolean;
  readonly allowed: readonly string[];
}

/**
 * Returns a problem for each setting that names a file which is not where the step's own files are. Whoever opens a pull request decides what is in the workspace, so a
 * symbolic link there may lead anywhere; nothing of such a file is read.
 */
export async function outsideProblems(
  raw: RawSettings,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Problem[]> {
  const lines = (raw["outside-workspace"] ?? "").split(/\r?\n/).map((line) => line.trim());
  const allowed = lines.filter((line) => line !== "").map((line) => resolve(line));
  const workspace = environment["GITHUB_WORKSPACE"] ?? "";
  const temporary = environment["RUNNER_TEMP"] ?? "";
  const own = [workspace === "" ? process.cwd() : workspace, ...(temporary === "" ? [] : [temporary])];
  const folders = {
    own: own.map((folder) => resolve(folder)),
    spare: otherFolders(environment),
    isRunner: workspace !== "",
    allowed,
  };
  const found = await Promise.all(
    [...FILE_SETTINGS, STORAGE].map(async (setting) => {
      const path = raw[setting]?.trim() ?? "";
      const isElsewhere = path === "" || (setting === STORAGE && isNoPathOf(path, folders));
      return isElsewhere || (await isWithin(path, folders)) ? [] : [outside(setting, path)];
    }),
  );
  return found.flat();
}

/** A registry's storage is outside of the workspace as a rule: there it is the user's own word. */
const STORAGE = "storage" as const;

function isNoPathOf(path: string, { own }: StepFolders): boolean {
  return /^s3:/i.test(path) || (isAbsolute(path) && !own.some((folder) => holds(folder, resolve(path))));
}

async function isWithin(path: string, { own, spare, isRunner, allowed }: StepFolders): Promise<boolean> {
  const full = resolve(path);
  // The innermost, for one may be in another.
  const home =
    own.filter((folder) => holds(folder, full)).sort((a, b) => b.length - a.length)[0] ??
    (await ownSpareFolder(full, spare));
  if (home === undefined && !isRunner && isAbsolute(path)) return true;
  const homes = home === undefined ? allowed : [home, ...allowed];
  const real = await placeOf(full);
  const reals = await Promise.all(homes.map((folder) => placeOf(folder)));
  return real !== undefined && reals.some((folder) => folder !== undefined && holds(folder, real));
}

/** Returns the folder that this program made for itself in a spare one, if a path is straight in it, and it is still this user's alone; `undefined` otherwise. */
async function ownSpareFolder(full: string, spare: readonly string[]): Promise<string | undefined> {
  const folder = dirname(full);
  if (!spare.includes(dirname(folder)) || !isOwnName(basename(folder))) return undefined;
  const found = await lstat(folder).catch(() => undefined);
  // Whoever may write to it can exchange what is in it.
  const isOwn =
    found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
  return isOwn ? folder : undefined;
}

function isOwnName(name: string): boolean {
  return name === NAME || name.startsWith(`${NAME}-`);
}

function holds(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return !isAbsolute(below) && below !== ".." && !below.startsWith(`..${sep}`);
}

// As many as Linux follows.
const MOST_LINKS = 40;

/** Returns the place that a path leads to, even if nothing is there yet; `undefined` if that can't be told. */
async function placeOf(path: string, links = MOST_LINKS): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isNotThere(error) || links === 0) return undefined;
  }
  const above = dirname(path);
  if (above === path) return path;
  const folder = await placeOf(above, links);
  if (folder === undefined) return undefined;
  const place = join(folder, basename(path));
  const isLink = await lstat(place).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  // A link to nothing: what is written there makes a file where it leads.
  return isLink ? placeOf(resolve(folder, await readlink(place)), links - 1) : place;
}

function outside(setting: string, path: string): Problem {
  return {
    setting,
    message: `${path} leads out of the workspace, so it is not read; if that is meant, write where it leads in outside-workspace`,
  };
}
