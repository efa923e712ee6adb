// As Go (https://go.dev/doc/install/source#environment), Debian, Docker's official images and the platforms of images (linux/arm/v7) write them.
const ARCHITECTURE =
  /^(?:arm(?:32|64)?(?:[_-]?v\d+[a-z]*)?|armhf|armel|aarch64(?:_be)?|(?:amd64|x86[_-]64)(?:[_-]?v\d)?|x86|x64|i[3-6]86|ppc64(?:le|el)?|s390x|riscv(?:32|64)|mips(?:64)?(?:le|el)?|loong(?:arch)?64|win(?:32|64))$/i;

/** True for an architecture's name, which is one word: the digits in it count nothing. */
export function isArchitecture(piece: string): boolean {
  return /\d/.test(piece) ? ARCHITECTURE.test(piece) : /^arm(?:hf|el)?$/i.test(piece);
}

/** Words of a version that is older than the version itself, as SemVer has its prereleases. */
export const BEFORE = new Set(
  "alpha beta a b rc cr c m pre preview prerelease dev snapshot nightly ea canary milestone next".split(" "),
);

/** Words of a version that is newer than the version itself, for it patches that. */
export const AFTER = new Set("r p post patch hotfix security sp".split(" "));

/** Words of the version itself. */
export const FINAL = new Set(["final", "ga", "release"]);

/** Words before a number that counts something. */
export const COUNTERS: ReadonlySet<string> = new Set([
  ...BEFORE,
  ...AFTER,
  ...FINAL,
  ..."build ci main master develop trunk test int stage prod run job rev version ver v".split(" "),
]);

/** True for an issue tracker's ticket, such as `PROJ-123`: a name and no count. */
export function isTicket(piece: string): boolean {
  const project = /^(?<project>[A-Z][A-Z0-9]+)-\d+$/.exec(piece)?.groups?.["project"];
  if (project === undefined) return false;
  return !COUNTERS.has(project.replace(/\d+$/, "").toLowerCase()) && !isArchitecture(project);
}
