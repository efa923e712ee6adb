export const id = 7576;
export const ids = [7576];
export const modules = {

/***/ 2810:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  bestEffort)
  });
function bestEffort(listener, onThrown = () => undefined) {
    let isTold = false;
    return (...args) => {
        try {
            listener(...args);
        }
        catch (thrown) {
            if (isTold)
                return;
            isTold = true;
            bestEffort(onThrown)(thrown);
        }
    };
}


/***/ }),

/***/ 8599:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Qc: () => (  childEnvironment),
    a5: () => (  isPlatformSecret),
    eh: () => (  isSecretName)
  });
const OWN = /^(?:INPUT|STATE|PRUNE|BASH_FUNC)_/i;
const PLATFORM = /^(?:(?:GITHUB|GH|GITEA|FORGEJO|ACTIONS|RUNNER|CI|SYSTEM|BITBUCKET|CIRCLE|DRONE|BUILDKITE)_(?:.*_)?(?:TOKEN|ACCESSTOKEN|PASSWORD|SECRET|CREDENTIALS?|JWT)(?:_.*)?|ACTIONS_(?:.*_)?URL|CI_REPOSITORY_URL|CI_DEPLOY_USER)$/i;
const SECRET = /(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|JWT|_PAT|_PSW|_PWD|_AUTH|_AUTH_CONFIG)$|_SECRET_/i;
function isPlatformSecret(name) {
    return PLATFORM.test(name) && !/_URL$|_USER$/i.test(name);
}
function isSecretName(name) {
    return SECRET.test(name);
}
function childEnvironment(environment, isIts) {
    const kept = Object.entries(environment).filter((entry) => entry[1] !== undefined &&
        !OWN.test(entry[0]) &&
        !PLATFORM.test(entry[0]) &&
        (!SECRET.test(entry[0]) || isIts(entry[0])));
    return Object.fromEntries(kept);
}


/***/ }),

/***/ 4578:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  count)
  });
function count(number, noun) {
    return `${number} ${number === 1 ? noun : `${noun}s`.replace(/([^aeo])ys$/, "$1ies")}`;
}


/***/ }),

/***/ 3301:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    CV: () => (  cutBeginning),
    T6: () => (  CUT),
    ym: () => (  cutEnd)
  });
const CUT = "…";
function cutEnd(text, most) {
    return text.length > most ? `${text.slice(0, most)}${CUT}` : text;
}
function cutBeginning(text, most) {
    return text.length > most ? `${CUT}${text.slice(-most)}` : text;
}


/***/ }),

/***/ 6846:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Di: () => (  asPruneError),
    Jl: () => (  WrongValueError),
    Pc: () => (  PruneError),
    Ys: () => (  BadInputError),
    i5: () => (  NoAnswerError),
    jA: () => (  UnsureError)
  });
  var _count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4578);
  var _cut_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3301);


const LONGEST_LINE = 2000;
function shortened(text) {
    if (text.length <= LONGEST_LINE)
        return text;
    return text
        .split("\n")
        .map((line) => (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__  .ym)(line, LONGEST_LINE))
        .join("\n");
}
class PruneError extends Error {
    name = "PruneError";
    nextStep;
    constructor(message, nextStep, options) {
        super(shortened(message.replace(/\n(?! {2})/g, "\\n")), options);
        this.nextStep = shortened(nextStep);
    }
}
function asPruneError(thrown, what) {
    if (thrown instanceof PruneError)
        return thrown;
    return new PruneError(`${what} broke off: ${String(thrown)}`, "Report this as a bug.", { cause: thrown });
}
class WrongValueError extends PruneError {
    name = "WrongValueError";
    plain;
    constructor(message, nextStep, about) {
        super(message, nextStep, about);
        this.plain = about.plain;
    }
}
class BadInputError extends PruneError {
    name = "BadInputError";
    problems;
    constructor(problems) {
        const lines = problems.map(({ setting, message }) => `  ${setting}: ${message}`);
        super(`Bad input (${(0,_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(problems.length, "problem")}):\n${lines.join("\n")}`, "Nothing was read or deleted. Correct what is listed and run again.");
        this.problems = problems;
    }
}
class NoAnswerError extends PruneError {
    name = "NoAnswerError";
    why;
    constructor(why) {
        super(why === "interrupted"
            ? "Interrupted at the question, so nothing was changed"
            : "No answer came to the question, so nothing was changed", why === "interrupted"
            ? "Run again when you are ready."
            : "Run it where somebody can answer, or with --yes to be asked nothing.");
        this.why = why;
    }
}
class UnsureError extends PruneError {
    name = "UnsureError";
}


/***/ }),

/***/ 7005:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    RU: () => (  plainJson),
    h0: () => (  plainLine),
    wh: () => (  plainText)
  });
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_OBEYED = new RegExp(OBEYED, "gu");
const COMMAND = /^(\s*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gim;
function plainText(text) {
    const shown = OBEYED.test(text) ? text.replace(ALL_OBEYED, escaped) : text;
    return shown.includes("::") || shown.includes("##")
        ? shown.replace(COMMAND, (found) => `${found} `)
        : shown;
}
function plainLine(text) {
    return plainText(text.replaceAll("\n", "\\u000a"));
}
function plainJson(json) {
    const shown = json.includes("##") ? json.replace(COMMAND, inJson) : json;
    return OBEYED.test(shown) ? shown.replace(ALL_OBEYED, inJson) : shown;
}
function inJson(characters) {
    const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function escaped(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}


/***/ }),

/***/ 2691:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $N: () => (  codeOf),
    fG: () => (  whyRefused),
    kN: () => (  isNotThere)
  });
const NOT_ALLOWED = "this user may not do that";
const REASONS = {
    EACCES: NOT_ALLOWED,
    EPERM: NOT_ALLOWED,
    EROFS: "the disk is mounted read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "this user's share of the disk is used up",
    EFBIG: "it would grow larger than this user's files may",
    EISDIR: "it is a folder",
    ENOENT: "it is not there",
    ENOTDIR: "a part of its path is no folder",
    EIO: "the disk failed",
};
function codeOf(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    return typeof code === "string" ? code : "";
}
function whyRefused(error) {
    const code = codeOf(error);
    if (code === "")
        return error instanceof Error ? error.message : String(error);
    return REASONS[code] ?? `the system said ${code}`;
}
function isNotThere(error) {
    return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}


/***/ }),

/***/ 3795:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Mx: () => (  withoutEnd),
    Yy: () => (  UNFILLED),
    n4: () => (  isUnexpanded)
  });
const WRAPPED = /^(?:\$+\{[\s{!#]*[a-z_][^]*\}|\$+\([\s</.~]*[a-z_][^]*\)|\$+\[\s*[a-z_][^]*\]|\{\{[\s.$-]*[a-z_][^]*\}\}|%[a-z_][\w.()]*%|`[a-z_./~][^`]*`)$/i;
const BEGUN = /^\$\{\{/;
const NAMED = /^\$+(?:[A-Z_][A-Z0-9_]+|[Ee]nv:\w+)$/;
const TOLD = /^\$+[a-z_]*(?:pass|pwd|secret|token|user|login|cred|auth)[a-z_]*$/i;
const NVIDIA = "$oauthtoken";
function isUnexpanded(text) {
    const bare = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
    return bare !== NVIDIA && [WRAPPED, BEGUN, NAMED, TOLD].some((form) => form.test(bare));
}
const UNFILLED = "a variable that nothing has filled in; single quotes keep a shell from doing so, and some CIs give a variable to protected branches alone: write it where it is filled in";
function withoutEnd(secret) {
    return secret.replace(/[\0\r\n]+$/, "");
}


/***/ }),

/***/ 1404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    F8: () => (  groupOf),
    GM: () => (  compareGroups),
    I8: () => (  nameOfGroup),
    Qz: () => (  EVERYTHING),
    l4: () => (  GROUP_KEYS)
  });
  var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3977);
  var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8420);


const OTHERS = "other names";
function groupOf(name, keys, sort = "semver") {
    const version = name.kind === "version" ? versionPart(name.version.numbers, keys) : undefined;
    const isByVersion = sort === "semver" || sort === "prerelease";
    const channel = channelPart(name, keys) ?? (isByVersion ? wordOf(name) : undefined);
    return { version, channel };
}
function channelPart(name, keys) {
    if (name.kind === "label")
        return bySuffix(keys) || keys.includes("channel") ? name.channel : undefined;
    if (name.kind !== "version")
        return undefined;
    if (!bySuffix(keys))
        return keys.includes("channel") ? name.channel : undefined;
    if (name.suffix === "")
        return name.channel;
    const word = wordOf(name);
    return word === undefined ? name.suffix : `${word}:${name.suffix}`;
}
function wordOf(name) {
    return name.kind === "version" ? name.word?.toLowerCase() : undefined;
}
function bySuffix(keys) {
    return keys.includes("suffix");
}
function versionPart(numbers, keys) {
    const [major = "0", minor = "0", patch = "0"] = numbers;
    if (keys.includes("patch"))
        return `${major}.${minor}.${patch}`;
    if (keys.includes("minor"))
        return `${major}.${minor}.x`;
    return keys.includes("major") ? `${major}.x` : undefined;
}
function nameOfGroup({ version, channel }, keys) {
    if (version !== undefined && channel !== undefined)
        return `${version} ${channel}`;
    return version ?? channel ?? (keys.length === 0 ? EVERYTHING : OTHERS);
}
function compareGroups(a, b) {
    return compareVersions(a.version, b.version) || compareChannels(a.channel, b.channel);
}
function compareVersions(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_0__  .dk)(b, a);
}
function compareChannels(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || b === undefined)
        return a === undefined ? 1 : -1;
    if (a === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2 || b === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2)
        return a === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2 ? -1 : 1;
    return a < b ? -1 : 1;
}
const GROUP_KEYS = [
    "channel",
    "suffix",
    "major",
    "minor",
    "patch",
];
const EVERYTHING = "all";


/***/ }),

/***/ 3645:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Dd: () => (  isTicket),
    GV: () => (  BEFORE),
    KJ: () => (  isArchitecture),
    XU: () => (  FINAL),
    cT: () => (  COUNTERS),
    vz: () => (  AFTER)
  });
const ARCHITECTURE = /^(?:arm(?:32|64)?(?:[_-]?v\d+[a-z]*)?|armhf|armel|aarch64(?:_be)?|(?:amd64|x86[_-]64)(?:[_-]?v\d)?|x86|x64|i[3-6]86|ppc64(?:le|el)?|s390x|riscv(?:32|64)|mips(?:64)?(?:le|el)?|loong(?:arch)?64|win(?:32|64))$/i;
function isArchitecture(piece) {
    return /\d/.test(piece) ? ARCHITECTURE.test(piece) : /^arm(?:hf|el)?$/i.test(piece);
}
const BEFORE = new Set("alpha beta a b rc cr c m pre preview prerelease dev snapshot nightly ea canary milestone next".split(" "));
const AFTER = new Set("r p post patch hotfix security sp".split(" "));
const FINAL = new Set(["final", "ga", "release"]);
const COUNTERS = new Set([
    ...BEFORE,
    ...AFTER,
    ...FINAL,
    ..."build ci main master develop trunk test int stage prod run job rev version ver v".split(" "),
]);
function isTicket(piece) {
    const project = /^(?<project>[A-Z][A-Z0-9]+)-\d+$/.exec(piece)?.groups?.["project"];
    if (project === undefined)
        return false;
    return !COUNTERS.has(project.replace(/\d+$/, "").toLowerCase()) && !isArchitecture(project);
}


/***/ }),

/***/ 3977:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  mX: () => (  SORTS),
  oN: () => (  byVersion),
  _y: () => (  comparatorOf),
  G8: () => (  compareCounts),
  dk: () => (  compareNatural),
  S$: () => (  compareNumbers),
  cX: () => (  comparePrecedence),
  lF: () => (  compareTagsNewestFirst),
  _f: () => (  compareTokens)
});


var tokens = __webpack_require__(6724);
; 

function withoutHashes(neighbours) {
    const known = new Set(neighbours.flatMap((tag) => piecesIn(tag).flatMap(({ piece, key }) => ((0,tokens .EX)(piece) ? [key] : []))));
    const names = new Map();
    return (tag) => {
        const name = names.get(tag) ?? hashless(tag, known);
        names.set(tag, name);
        return name;
    };
}
function hashless(tag, known) {
    const pieces = piecesIn(tag);
    if (pieces.length === 0)
        return tag.toLowerCase();
    const isHash = ({ piece, key }) => (0,tokens .EX)(piece) || ((0,tokens .JD)(piece) && known.has(key));
    return pieces
        .map((each, index) => {
        if (!isHash(each))
            return `${each.separator}${each.piece}`;
        return index === pieces.length - 1 ? "" : each.separator;
    })
        .join("");
}
function piecesIn(tag) {
    const folded = tag.toLowerCase();
    if (!/[0-9a-f]{7}/.test(folded))
        return [];
    let before = "";
    return [...folded.matchAll(/([^0-9a-z]*)([0-9a-z]+)/g)].map(([, separator = "", piece = ""]) => {
        const place = `${before}${separator}`;
        before = place + ((0,tokens .EX)(piece) || (0,tokens .JD)(piece) ? "0" : piece.replaceAll(/\d+/g, "0"));
        return { piece, separator, key: `${place} ${(0,tokens .Hx)(piece)}` };
    });
}

; 


const SORTS = ["semver", "prerelease", "natural", "created"];
function comparePrecedence(a, b) {
    return (compareNumbers(a.numbers, b.numbers) ||
        comparePrereleases(a.prerelease, b.prerelease) ||
        compareTokens(a.build, b.build));
}
function compareNumbers(a, b) {
    for (let index = 0; index < a.length || index < b.length; index += 1) {
        const order = compareDigits(a[index] ?? "0", b[index] ?? "0");
        if (order !== 0)
            return order;
    }
    return 0;
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    return compareTokens(a, b);
}
function compareTokens(a, b) {
    for (let index = 0; index < a.length || index < b.length; index += 1) {
        const [x = tokens .v9, y = tokens .v9] = [a[index], b[index]];
        if (x === y)
            continue;
        const order = levelOf(x) - levelOf(y) || ((0,tokens .Et)(x) ? compareDigits(x, y) : compareBytes(x, y));
        if (order !== 0)
            return order;
    }
    return 0;
}
function levelOf(token) {
    if (token === tokens .v9)
        return 0;
    return (0,tokens .Et)(token) ? 1 : 2;
}
function compareNatural(a, b) {
    const start = runOfDifference(a, b);
    return compareLists(runs(a.slice(start)), runs(b.slice(start)), compareRuns);
}
function runOfDifference(a, b) {
    let start = 0;
    for (let index = 0; index < a.length && a[index] === b[index]; index += 1) {
        if (endsRun(a, index) && endsRun(b, index))
            start = index + 1;
    }
    return start;
}
function endsRun(text, index) {
    return isDigit(text, index) !== isDigit(text, index + 1);
}
function runs(text) {
    return text.match(/\d+|\D+/g) ?? [];
}
function compareRuns(a, b) {
    if (isDigits(a) && isDigits(b))
        return compareDigits(a, b);
    return Number(isDigits(b)) - Number(isDigits(a)) || compareBytes(a, b);
}
function compareDigits(a, b) {
    const [x, y] = [withoutZeros(a), withoutZeros(b)];
    return x.length - y.length || compareBytes(x, y);
}
function withoutZeros(digits) {
    return digits.startsWith("0") ? digits.replace(/^0+/, "") : digits;
}
function compareBytes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function isDigits(text) {
    for (let index = 0; index < text.length; index += 1)
        if (!isDigit(text, index))
            return false;
    return text !== "";
}
function isDigit(text, index) {
    const code = text.charCodeAt(index);
    return code >= 48 && code <= 57;
}
function compareLists(a, b, compare) {
    for (let index = 0; index < a.length; index += 1) {
        const [x, y] = [a[index], b[index]];
        if (x === undefined || y === undefined)
            return 1;
        const order = compare(x, y);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareTagsNewestFirst(a, b) {
    return compareNatural(b, a) || compareBytes(b, a);
}
function compareBySemver(a, b) {
    return byVersion(b, a, comparePrecedence);
}
function compareByPrerelease(a, b) {
    return compareCounts(a, b) || compareBySemver(a, b);
}
function compareCounts(a, b) {
    return compareLists(numbersOf(b.name), numbersOf(a.name), compareDigits);
}
function compareByCreated(a, b) {
    return compareDates(b.created, a.created);
}
function byName(neighbours) {
    const nameOf = withoutHashes(neighbours);
    return (a, b) => compareNatural(nameOf(b.tag), nameOf(a.tag));
}
function byVersion(a, b, compare) {
    if (a.name.kind === "version" && b.name.kind === "version")
        return compare(a.name.version, b.name.version);
    return Number(a.name.kind === "version") - Number(b.name.kind === "version");
}
function numbersOf(name) {
    return name.kind === "version" || name.kind === "label" ? name.numbers : [];
}
function compareDates(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return a - b;
}
function comparatorOf(sort, neighbours = []) {
    switch (sort) {
        case "semver":
            return compareBySemver;
        case "prerelease":
            return compareByPrerelease;
        case "natural":
            return byName(neighbours);
        case "created":
            return compareByCreated;
    }
}


/***/ }),

/***/ 1033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Bc: () => (  isDigest),
    F2: () => (  parseReference),
    HM: () => (  isPathOf),
    SU: () => (  parseRepository),
    Vx: () => (  isOnDockerHub),
    dz: () => (  isTag),
    en: () => (  isRepositoryName),
    jU: () => (  isHost),
    mQ: () => (  splitReference),
    r4: () => (  underItsHubName),
    ve: () => (  isSameRepository)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

function isSameRepository(a, b) {
    return a.host === b.host && a.repository === b.repository;
}
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
const SHA256_LENGTH = "sha256:".length + 64;
const MAX_REPOSITORY = 255;
function isTag(text) {
    return TAG.test(text);
}
function isDigest(text) {
    if (text.length === SHA256_LENGTH && SHA256.test(text))
        return true;
    if (!DIGEST.test(text))
        return false;
    const [algorithm, hex = ""] = text.split(":");
    if (algorithm === "sha256")
        return false;
    if (algorithm === "sha512")
        return /^[0-9a-f]{128}$/.test(hex);
    return true;
}
function isHost(text) {
    return HOST.test(text);
}
const DOCKER_HUB_HOSTS = [
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
    "registry.hub.docker.com",
];
function parseReference(text) {
    const { scheme, host, path } = splitReference(text);
    const { repository, tag, digest } = splitPath(text, path);
    return {
        ...(scheme === undefined ? {} : { scheme }),
        host: host.toLowerCase(),
        repository: checkedRepository(text, repository),
        ...(tag === undefined ? {} : { tag: checkedTag(text, tag) }),
        ...(digest === undefined ? {} : { digest: checkedDigest(text, digest) }),
    };
}
function parseRepository(text) {
    const { host, repository, tag, digest } = parseReference(`https://${text}`);
    if (`${host}/${repository}` === text && tag === undefined && digest === undefined) {
        return { host, repository };
    }
    throw invalid(text, "it is not host/repository");
}
function splitReference(text) {
    const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    const { host, path } = splitHost(scheme === undefined ? text : text.slice(scheme.length + 3), scheme);
    return { ...(scheme === "http" || scheme === "https" ? { scheme } : {}), host, path };
}
function splitHost(rest, scheme) {
    const slash = rest.indexOf("/");
    const first = slash === -1 ? rest : rest.slice(0, slash);
    const names = scheme !== undefined || (slash !== -1 && (/[.:]/.test(first) || first === "localhost"));
    if (!names) {
        if (slash === -1 && isHostAlone(rest))
            throw invalid(rest, NO_REPOSITORY);
        return { host: "docker.io", path: rest };
    }
    if (first.includes("@")) {
        throw invalid("a reference", "it holds a user name or password; give those as username and password");
    }
    if (!isHost(first))
        throw invalid(rest, `"${first}" is not a host; write host[:port]/repository[:tag]`);
    return { host: first, path: slash === -1 ? "" : rest.slice(slash + 1) };
}
const NO_REPOSITORY = "it names no repository; write host[:port]/repository[:tag]";
function isHostAlone(text) {
    return /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+)(?::\d{1,5})?$/i.test(text);
}
function splitPath(text, path) {
    const at = path.indexOf("@");
    const digest = at === -1 ? undefined : path.slice(at + 1);
    const name = at === -1 ? path : path.slice(0, at);
    const colon = name.lastIndexOf(":");
    const tag = colon === -1 || name.includes("/", colon) ? undefined : name.slice(colon + 1);
    const repository = tag === undefined ? name : name.slice(0, colon);
    if (repository === "")
        throw invalid(text, NO_REPOSITORY);
    return {
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
function isRepositoryName(text) {
    return REPOSITORY.test(text) && text.length <= MAX_REPOSITORY;
}
function checkedRepository(text, repository) {
    if (isRepositoryName(repository))
        return repository;
    if (repository !== repository.toLowerCase()) {
        throw invalid(text, `a repository is lower case; write "${repository.toLowerCase()}"`);
    }
    throw invalid(text, `"${repository}" is not a repository; write host[:port]/repository[:tag]`);
}
function checkedTag(text, tag) {
    if (isTag(tag))
        return tag;
    throw invalid(text, `"${tag}" is not a tag; a tag is up to 128 letters, digits, "_", "." and "-"`);
}
function checkedDigest(text, digest) {
    if (isDigest(digest))
        return digest;
    throw invalid(text, `"${digest}" is not a digest; write sha256: and 64 hex digits, in lower case`);
}
function invalid(text, why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`"${text}" is not an image reference: ${why}`, "Correct the reference.");
}
const DOCKER_HUB_HOST = "docker.io";
const OFFICIAL = "library";
function isOnDockerHub(host) {
    return DOCKER_HUB_HOSTS.includes(host);
}
function underItsHubName(place) {
    if (!isOnDockerHub(place.host))
        return place;
    const named = { ...place, host: DOCKER_HUB_HOST };
    const official = `${OFFICIAL}/${place.repository ?? ""}`;
    const isShort = place.repository?.includes("/") === false && isRepositoryName(official);
    return isShort ? { ...named, repository: official } : named;
}
function isPathOf(path, repository) {
    return path.endsWith(`/${repository}`) || `${DOCKER_HUB_HOST}/${repository}` === withNamespace(path);
}
function withNamespace(path) {
    return path.replace(/^docker\.io\/([^/]+)$/, `${DOCKER_HUB_HOST}/${OFFICIAL}/$1`);
}


/***/ }),

/***/ 6724:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    EX: () => (  isCommitHash),
    Et: () => (  isNumber),
    Hx: () => (  hashLength),
    JD: () => (  mayBeHash),
    Xe: () => (  piecesOf),
    dK: () => (  isHidden),
    k8: () => (  tokensOf),
    v9: () => (  HASH)
  });
  var _name_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3645);

const HASH = "";
const PIECES = /(?:x86[_-]64(?:[_-]?v\d)?|(?:arm(?:32|64)?|amd64)[_-]v\d+[a-z]*|[A-Z][A-Z0-9]+-\d+)(?![0-9A-Za-z])|[0-9A-Za-z]+/gi;
function piecesOf(text) {
    const pieces = text.match(PIECES) ?? [];
    if (!pieces.some((piece) => piece.includes("-")))
        return pieces;
    return pieces.flatMap((piece) => !piece.includes("-") || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .KJ)(piece) || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .Dd)(piece) ? [piece] : piece.split("-"));
}
const NOTHING = { tokens: [], words: [], isDescribed: false, rest: "", hashes: [] };
function tokensOf(text, first = 0, hidden) {
    if (text === "")
        return NOTHING;
    const tokens = [];
    const words = [];
    const hashes = [];
    let [isDescribed, rest] = [false, text];
    piecesOf(text).forEach((piece, index) => {
        const place = index + first;
        const isCounted = endsDescribed(text, piece);
        if (isCounted || isCommitHash(piece) || isHidden(piece, place, hidden)) {
            isDescribed ||= isCounted;
            tokens.push(HASH);
            hashes.push({ place, length: hashLength(piece) });
            rest = rest.replace(new RegExp(`(^|[._-])${piece}(?![0-9A-Za-z])`), "");
            return;
        }
        const [runs, word] = readPiece(piece);
        tokens.push(...runs);
        words.push(...word);
    });
    return { tokens, words, isDescribed, rest: rest.replace(/^[._-]+/, ""), hashes };
}
function readPiece(piece) {
    const folded = piece.toLowerCase();
    if (isOneRun(piece))
        return [[folded], isNumber(folded) ? [] : [folded]];
    if ((0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .KJ)(piece) || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .Dd)(piece))
        return [[folded], [folded]];
    return [folded.match(/\d+|[a-z]+/g) ?? [], [folded.replaceAll(/\d+/g, "")]];
}
function isOneRun(piece) {
    return /^(?:\d+|[A-Za-z]+)$/.test(piece);
}
function endsDescribed(text, hash) {
    if (hash.length < 8 || !/^g[0-9a-f]{7,40}$/.test(hash))
        return false;
    const at = text.indexOf(`-${hash}`);
    return at >= 0 && /(?:^|-)\d+$/.test(text.slice(0, at));
}
function isCommitHash(text) {
    return text.length >= 7 && /^g?[0-9a-f]{7,40}$/i.test(text) && /[a-z]/i.test(text) && /\d/.test(text);
}
function hashLength(hash) {
    return /^g/i.test(hash) ? hash.length - 1 : hash.length;
}
function mayBeHash(piece) {
    return /^(?:\d{7,40}|[a-f]{7,40})$/i.test(piece);
}
function isHidden(piece, place, hidden) {
    return hidden?.has(place) === true && mayBeHash(piece);
}
function isNumber(token) {
    const code = token.charCodeAt(0);
    return code >= 48 && code <= 57;
}


/***/ }),

/***/ 8420:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  g2: () => (  RELEASE),
  Ig: () => (  isNewlyRead),
  V1: () => (  isPrerelease),
  n1: () => (  nameReader),
  UF: () => (  readTagName),
  et: () => (  subjectOf)
});

var parse = __webpack_require__(5797);
var name_words = __webpack_require__(3645);
var reference = __webpack_require__(1033);
var tokens = __webpack_require__(6724);
; 
const OTHER = { name: { kind: "other" }, hashes: [] };

; 



function readLabel(tag, hidden) {
    if (!/^[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)+$/.test(tag))
        return undefined;
    const pieces = tag.split(/[._-]/);
    const place = (0,tokens .Xe)(tag).length - 1;
    const last = pieces.at(-1) ?? "";
    const hasHash = (0,tokens .EX)(last) || (0,tokens .dK)(last, place, hidden);
    const counted = hasHash ? pieces.slice(0, -1) : pieces;
    const hashes = hasHash ? [{ place, length: (0,tokens .Hx)(last) }] : [];
    const [before, number] = [counted.slice(0, -1), counted.at(-1) ?? ""];
    const label = tag.slice(0, before.join("-").length).toLowerCase();
    if (before.some(tokens .EX))
        return undefined;
    if (hasHash && !/^\d+$/.test(number))
        return { ...OTHER, channel: counted.join("-").toLowerCase(), hashes };
    if (!isCount(tag, { number, before, hasHash }))
        return undefined;
    return { name: { kind: "label", channel: label, numbers: [number] }, channel: label, hashes };
}
function isCount(tag, { number, before, hasHash }) {
    if (!/^\d+$/.test(number) || (0,name_words .Dd)(`${before.at(-1) ?? ""}-${number}`))
        return false;
    if (hasHash)
        return before.some((piece) => /[A-Za-z]/.test(piece));
    return before.length > 0 && before.every((piece) => /^[A-Za-z]/.test(piece)) && !/\d\.\d+$/.test(tag);
}

; 






const VERSION = /^[vV]?(\d+(?:\.\d+){2,})((?:[._-]|(?=[A-Za-z]))[0-9A-Za-z._-]*)?$/;
const MALFORMED = /[._][._]|-_|[._]$/;
const BEHIND_A_WORD = /^([A-Za-z][0-9A-Za-z]*(?:[._-][0-9A-Za-z]+)*?)[._-]([vV]?\d+\.\d+\.\d+(?![0-9]).*)$/;
const IN_ARCHITECTURE = /(?<=x86)_(?=64)|(?<=arm(?:32|64)?|amd64|x86[_-]64)_(?=v\d)/gi;
const REFERRER = /^sha256-(?<hex>[0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;
const RELEASE = "release";
function readTagName(tag) {
    return read(tag).name;
}
function nameReader(tags) {
    const known = new Set();
    for (const tag of tags) {
        if (!/[0-9a-f]{7}/i.test(tag))
            continue;
        const reading = read(tag);
        for (const hash of reading.hashes)
            known.add(keyOf(reading, hash));
    }
    return known.size === 0 ? readTagName : (tag) => withHiddenHashes(tag, known) ?? readTagName(tag);
}
function keyOf({ name, channel = "" }, { place, length }) {
    return `${name.kind} ${channel} ${place} ${length}`;
}
function withHiddenHashes(tag, known) {
    const pieces = (0,tokens .Xe)(tag);
    if (!pieces.some(tokens .JD))
        return undefined;
    let found;
    let hidden = new Set();
    for (let index = 0; index <= pieces.length; index += 1) {
        const tried = new Set([...hidden, index]);
        const reading = read(tag, tried);
        const hash = reading.hashes.find(({ place }) => place === index);
        if (hash === undefined || !known.has(keyOf(reading, hash)))
            continue;
        [found, hidden] = [reading, tried];
    }
    return found?.name;
}
function read(tag, hidden) {
    const subject = subjectOf(tag);
    if (subject !== undefined)
        return { name: { kind: "referrer", subject }, hashes: [] };
    return readVersion(tag, { hidden }) ?? readBehindWord(tag, hidden) ?? readLabel(tag, hidden) ?? OTHER;
}
function subjectOf(tag) {
    if (!tag.startsWith("sha256-"))
        return undefined;
    const hex = REFERRER.exec(tag)?.groups?.["hex"];
    const subject = `sha256:${hex ?? ""}`;
    return hex !== undefined && (0,reference .Bc)(subject) ? subject : undefined;
}
function isPrerelease({ prerelease }) {
    return prerelease.length > 0 && !name_words .XU.has(prerelease[0] ?? "");
}
function isNewlyRead(tag) {
    return /^[vV]?\d+\.\d+\.\d+\./.test(tag);
}
function readVersion(text, { hidden, word }) {
    const [whole, digits = "", behind = ""] = VERSION.exec(text) ?? [];
    if (whole === undefined || isMalformed(behind))
        return undefined;
    const split = withoutGluedHash(digits.split("."), behind);
    if (split === undefined)
        return undefined;
    const first = (word === undefined ? 0 : (0,tokens .Xe)(word).length) + split.numbers.length;
    const version = readBehind(split.behind, { first, hidden });
    const { prerelease, build, isDescribed } = version;
    const channel = `${word === undefined ? "" : `${word.toLowerCase()}:`}${version.channel}`;
    return {
        channel,
        name: {
            kind: "version",
            version: {
                numbers: canonical(split.numbers),
                prerelease,
                build,
                isAhead: isDescribed && (0,tokens .Et)(prerelease[0] ?? ""),
                isLettered: /^[A-Za-z](?![0-9A-Za-z])/.test(split.behind),
            },
            ...(word === undefined ? {} : { word }),
            channel,
            suffix: version.suffix,
            numbers: [...prerelease, ...build].filter(tokens .Et),
        },
        hashes: version.hashes,
    };
}
function isMalformed(behind) {
    return MALFORMED.test(behind) || (behind !== "" && !/[0-9A-Za-z]/.test(behind));
}
function withoutGluedHash(numbers, behind) {
    const head = /^[0-9A-Za-z]+/.exec(behind)?.[0] ?? "";
    const last = numbers.at(-1) ?? "";
    if (head === "" || !((0,tokens .EX)(head) || (0,tokens .EX)(last + head)))
        return { numbers, behind };
    return numbers.length > 3 ? { numbers: numbers.slice(0, -1), behind: `.${last}${behind}` } : undefined;
}
const BARE = {
    prerelease: [],
    build: [],
    channel: RELEASE,
    suffix: "",
    isDescribed: false,
    hashes: [],
};
function readBehind(behind, { first, hidden }) {
    if (behind === "")
        return BARE;
    const at = behind.includes("_") ? behind.replaceAll(IN_ARCHITECTURE, "-").indexOf("_") : -1;
    const [dashed, plus] = at < 0 ? [behind, ""] : [behind.slice(0, at), behind.slice(at)];
    const prerelease = (0,tokens .k8)(dashed, first, hidden);
    const build = (0,tokens .k8)(plus, first + (0,tokens .Xe)(dashed).length, hidden);
    const words = [...prerelease.words, ...build.words];
    const isBuild = words.length === 0 || prerelease.isDescribed || (plus !== "" && build.words.length === 0);
    const channel = [...words, ...(isBuild ? ["build"] : [])].join("-");
    return {
        prerelease: prerelease.tokens,
        build: build.tokens,
        channel: channel === RELEASE ? `-${RELEASE}` : channel,
        suffix: [prerelease.rest, build.rest].filter((rest) => rest !== "").join("_"),
        isDescribed: prerelease.isDescribed,
        hashes: [...prerelease.hashes, ...build.hashes],
    };
}
function canonical(numbers) {
    const parsed = numbers.length === 3 ? parse(numbers.join(".")) : null;
    if (parsed !== null)
        return [parsed.major, parsed.minor, parsed.patch].map(String);
    return numbers.map((digits) => digits.replace(/^0+(?=\d)/, ""));
}
function readBehindWord(tag, hidden) {
    const [, word, text] = BEHIND_A_WORD.exec(tag) ?? [];
    if (word === undefined || text === undefined || (0,tokens .Xe)(word).some(tokens .EX))
        return undefined;
    return readVersion(text, { hidden, word });
}


/***/ }),

/***/ 6829:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  settingsOf),
    u: () => (  learnSecrets)
  });
  var _core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8599);
  var _core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);


function settingsOf(environment, token) {
    const api = environment["GITHUB_API_URL"] ?? "";
    return {
        ...(api === "" ? {} : { "github-api-url": api }),
        ...(token === undefined || token === "" ? {} : { "github-token": token }),
    };
}
const SHORTEST_TOKEN = 8;
function learnSecrets({ add, addFrom }, { secrets, settings, environment }) {
    for (const secret of secrets)
        add((0,_core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_0__  .Mx)(secret ?? ""));
    for (const text of Object.values(settings))
        addFrom(text);
    for (const [name, value = ""] of Object.entries(environment)) {
        addFrom(value);
        if ((0,_core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_1__  .a5)(name) && value.length >= SHORTEST_TOKEN)
            add(value);
    }
}


/***/ }),

/***/ 5604:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    d: () => (  guardOutput),
    e: () => (  droppedLines)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4578);
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2810);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2691);




const GONE = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);
const MOST_KEPT = 32 * 1024 * 1024;
const LOOK_MS = 50;
const PATIENCE_MS = 10_000;
function guardOutput(stream, tellers) {
    const { onLost, describeDropped, mostKept = MOST_KEPT } = tellers;
    const write = stream.write.bind(stream);
    const tellOnce = (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_2__  .z)(onLost);
    const lost = { isTold: false, isGone: false };
    let dropped;
    const lose = (error) => {
        if (GONE.has((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error))) {
            lost.isGone = true;
        }
        else if (!lost.isTold) {
            lost.isTold = true;
            tellOnce(error);
        }
    };
    const guarded = (...args) => {
        if (dropped !== undefined || stream.writableLength > mostKept) {
            dropped = (dropped ?? 0) + linesOf(args[0]);
            return true;
        }
        try {
            return write(...args);
        }
        catch (error) {
            lose(error);
            return true;
        }
    };
    stream.on("error", lose);
    stream.on("drain", () => {
        const lines = dropped ?? 0;
        dropped = undefined;
        if (lines > 0)
            guarded(describeDropped(lines));
    });
    Object.defineProperty(stream, "write", { value: guarded, configurable: true, writable: true });
    return watched(stream, () => !lost.isGone && !stream.destroyed);
}
function watched(stream, isThere) {
    const isWaiting = () => isThere() && stream.writableLength > 0;
    return {
        isWaiting,
        taken: async (patience = PATIENCE_MS) => {
            let left = stream.writableLength;
            let since = performance.now();
            while (isWaiting() && performance.now() - since < patience) {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_MS);
                if (stream.writableLength < left)
                    since = performance.now();
                left = stream.writableLength;
            }
            return isThere() && stream.writableLength === 0;
        },
    };
}
function droppedLines(lines) {
    return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(lines, "line")} of the log ${lines === 1 ? "was" : "were"} dropped here, because nobody read them.`;
}
function linesOf(chunk) {
    return String(chunk).split("\n").length - 1;
}


/***/ }),

/***/ 2837:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    w: () => (  guardEnds)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
  var node_tty__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7066);
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2810);
  var _core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7005);
  var _guarded_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5604);





function guardEnds({ tellBug, describeDropped }) {
    const terminals = [0, 1, 2].filter((descriptor) => (0,node_tty__WEBPACK_IMPORTED_MODULE_1__.isatty)(descriptor));
    const stderr = (0,_guarded_output_js__WEBPACK_IMPORTED_MODULE_3__  .d)(process.stderr, { onLost: () => undefined, describeDropped });
    const stdout = (0,_guarded_output_js__WEBPACK_IMPORTED_MODULE_3__  .d)(process.stdout, {
        onLost: (error) => process.stderr.write(`Warning: not all output could be written: ${(0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(String(error))}\n`),
        describeDropped,
    });
    [process.stdout, process.stderr].filter(({ isTTY }) => isTTY).forEach(neverWait);
    let isBroken = false;
    process.on("uncaughtException", (thrown) => {
        if (!isBroken)
            (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_4__  .z)(tellBug)(thrown);
        isBroken = true;
        if (process.listenerCount("uncaughtException") === 1)
            process.exit(1);
    });
    process.on("exit", () => {
        if (isBroken)
            process.exitCode = 1;
        for (const descriptor of terminals)
            if (!(0,node_tty__WEBPACK_IMPORTED_MODULE_1__.isatty)(descriptor))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    });
    return {
        stdout,
        stderr,
        end: async ({ isAnswered }) => {
            if (terminals.length > 0)
                return;
            if (isAnswered)
                await stdout.taken(Infinity);
            await Promise.all([stdout.taken(), stderr.taken()]);
            if (stdout.isWaiting() || stderr.isWaiting())
                process.exit();
        },
    };
}
function neverWait(stream) {
    const handle = Reflect.get(stream, "_handle");
    if (typeof handle !== "object" || handle === null || !("setBlocking" in handle))
        return;
    const { setBlocking } = handle;
    if (typeof setBlocking !== "function")
        return;
    try {
        if (process.platform === "linux") {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(`/proc/self/fd/${stream.fd}`, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        }
    }
    catch {
        return;
    }
    Reflect.apply(setBlocking, handle, [false]);
}


/***/ }),

/***/ 8602:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  Y: () => (  createOutlet)
});

var plain_text = __webpack_require__(7005);
var cut = __webpack_require__(3301);
; 
const USER_INFO = /(:\/\/)([^\s/?#@"'<>`]+)@/g;
const SHOWN = /((?::|&#58;)\/\/)(?:[^\s/?#@"'<>`]|&#\d+;)+?(@|&#64;)/g;
const WRITTEN = /(?:^|[\s=,;"'(]|:\/\/)([^\s:@/"',;()]+):(?!\/\/)([^\s@"']+)@(?!sha\d+:)/g;
const SHORTEST_TOKEN = 12;
function passwordsIn(text) {
    if (!text.includes("@"))
        return [];
    const strict = [...text.matchAll(USER_INFO)].flatMap(([, , info = ""]) => secretsOf(info));
    const written = [...text.matchAll(WRITTEN)].flatMap(([, user = "", password = ""]) => /^\d+\//.test(password) ? [] : secretsOf(`${user}:${password}`));
    return [...new Set([...strict, ...written])];
}
function secretsOf(info) {
    const colon = info.indexOf(":");
    const password = colon === -1 ? info : info.slice(colon + 1);
    if (colon === -1 && password.length < SHORTEST_TOKEN)
        return [];
    const plain = [info, decoded(info)].map((each) => Buffer.from(each).toString("base64"));
    return [password, decoded(password), ...(colon === -1 ? [] : plain)];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function withoutUserInfo(text, instead) {
    return text.includes("//") ? text.replace(SHOWN, `$1${instead}$2`) : text;
}

; 


const SHORTEST = 4;
const SHORTEST_PIECE = 6;
const STARS = "***";
function createRedactor(onSecret = () => undefined, inMarkdown = (text) => text) {
    const secrets = new Set();
    let forms = [];
    const add = (secret) => {
        if (secrets.has(secret) || secret === "")
            return;
        secrets.add(secret);
        onSecret(secret);
        const all = new Set([...forms, ...formsOf(secret), ...formsOf(inMarkdown(secret))]);
        forms = [...all].sort((a, b) => b.length - a.length);
    };
    return {
        add,
        addFrom: (text) => {
            for (const secret of passwordsIn(text))
                add(secret);
        },
        redact(text) {
            const clean = forms.reduce((rest, form) => rest.replaceAll(form, STARS), text);
            return withoutUserInfo(withoutTorn(clean, forms), STARS);
        },
    };
}
function formsOf(secret) {
    if (secret.length < SHORTEST)
        return [];
    const bytes = Buffer.from(secret);
    const inAddress = safely(encodeURIComponent, secret);
    const plain = [
        secret,
        secret.trim(),
        ...secret.split(/[\r\n]+/),
        secret.replace(/[\u0000-\u001f\u007f]+/g, " "),
        JSON.stringify(secret).slice(1, -1),
        inAddress,
        inAddress.replace(/%../g, (code) => code.toLowerCase()),
        inAddress.replaceAll("%20", "+"),
        new URLSearchParams([["", secret]]).toString().slice(1),
    ];
    const encoded = ["base64", "base64url"].flatMap((encoding) => inBase64(bytes, encoding));
    return [...plain.filter(({ length }) => length >= SHORTEST), ...encoded];
}
function inBase64(bytes, encoding) {
    const pieces = [0, 1, 2].map((shift) => {
        const text = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString(encoding)
            .replace(/=+$/, "");
        const isEven = (shift + bytes.length) % 3 === 0;
        return text.slice(shift === 0 ? 0 : shift + 1, isEven ? undefined : -1);
    });
    return [bytes.toString(encoding), ...pieces].filter(({ length }) => length >= SHORTEST_PIECE);
}
function safely(encode, text) {
    try {
        return encode(text);
    }
    catch {
        return text;
    }
}
function withoutTorn(text, forms) {
    if (!text.includes(cut .T6))
        return text;
    const parts = text.split(cut .T6);
    const last = parts.length - 1;
    return parts
        .map((part, index) => (index < last ? withoutEnd(part, forms) : part))
        .map((part, index) => (index > 0 ? withoutBeginning(part, forms) : part))
        .join(cut .T6);
}
function withoutEnd(text, forms) {
    const torn = longest(forms, (form, length) => text.endsWith(form.slice(0, length)));
    return torn === 0 ? text : `${text.slice(0, -torn)}${STARS}`;
}
function withoutBeginning(text, forms) {
    const torn = longest(forms, (form, length) => text.startsWith(form.slice(-length)));
    return torn === 0 ? text : `${STARS}${text.slice(torn)}`;
}
function longest(forms, isThere) {
    return forms.reduce((most, form) => {
        for (let length = form.length - 1; length > most && length >= SHORTEST; length -= 1) {
            if (isThere(form, length))
                return length;
        }
        return most;
    }, 0);
}

var markdown = __webpack_require__(7055);
; 



function createOutlet(onSecret) {
    const { add, addFrom, redact } = createRedactor(onSecret, markdown .ih);
    return {
        add,
        addFrom,
        text: (text) => (0,plain_text .wh)(redact(text)),
        json: (json) => (0,plain_text .RU)(redact(json)),
        value: redact,
    };
}


/***/ }),

/***/ 7055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    DD: () => (  title),
    aY: () => (  code),
    hD: () => (  quote),
    ih: () => (  escape),
    om: () => (  block),
    xE: () => (  alert)
  });
function quote(text) {
    return text
        .split("\n")
        .map((line) => `> ${escape(line)}`)
        .join("  \n");
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}
function escape(text) {
    return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`);
}
function title(icon, sentence) {
    return `${icon} ${escape(sentence.replace(/\.$/, ""))}`;
}
const MOST_BYTES = 150 * 1024;
function alert(kind, text) {
    if (text === "")
        return [];
    const lines = text.split("\n");
    let bytes = 0;
    const end = lines.findIndex((line) => (bytes += Buffer.byteLength(escape(line)) + 20) > MOST_BYTES);
    const shown = end === -1 ? lines : lines.slice(0, end);
    const left = lines.length - shown.length;
    const more = left > 0 ? [`> … and ${left} more lines; the log has them all.`] : [];
    return [[`> [!${kind}]`, ...quoted(shown), ...more].join("\n")];
}
function quoted(lines) {
    return lines.flatMap((line, index) => {
        const [before, after] = [lines[index - 1], lines[index + 1]];
        if (!isCode(line)) {
            return [`> ${escape(ended(line, after))}${after === undefined || isCode(after) ? "" : "  "}`];
        }
        return [
            ...(before === undefined || !isCode(before) ? ["> <pre>"] : []),
            `> ${escape(line)}`,
            ...(after === undefined || !isCode(after) ? ["> </pre>", ">"] : []),
        ];
    });
}
function ended(line, after) {
    return /[\w)"]$/.test(line) && after !== undefined && /^[A-Z]/.test(after) ? `${line}.` : line;
}
function isCode(line) {
    return /^(?: {2}|- uses: )/.test(line);
}
function block(lines) {
    return `<pre>\n${lines.map((line) => (line === "" ? " " : escape(line))).join("\n")}\n</pre>`;
}


/***/ }),

/***/ 3664:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    AE: () => (  describeNear),
    e_: () => (  NOTHING_NAMED),
    lV: () => (  MISSING)
  });
const MISSING = {
    "unknown-repository": "the registry does not know this repository",
    "no-match": "no repository of the registry's catalog matches this pattern",
};
function describeNear(near) {
    return near === undefined ? "" : `Did you mean ${near}, which is there? `;
}
const NOTHING_NAMED = "image is empty, so there is nothing to do: nothing was pushed, or the expression that it comes from is misspelt. Nothing was read or deleted. if-missing: fail makes this an error.";


/***/ }),

/***/ 27:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Mb: () => (  describeNote),
    NV: () => (  describeSpare),
    OX: () => (  describeHarm),
    SO: () => (  describeSkips),
    Uc: () => (  describeError),
    Vb: () => (  nameOf),
    YI: () => (  describeThrown),
    e_: () => (  needsAttention),
    f$: () => (  describeNothing),
    jJ: () => (  describeCare),
    o3: () => (  describeDangling),
    vC: () => (  describeOrphans),
    vM: () => (  describeHollow),
    xr: () => (  describeSuspicion),
    zN: () => (  some)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _missing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4578);
  var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8900);





function describeSpare(reason) {
    switch (reason.kind) {
        case "now-needed-by":
            return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(reason.by)
                ? `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.by)}, which is new to the plan, needs it or refers to it`
                : `${reason.by}, which appeared or moved meanwhile, needs it`;
        case "tags-moved":
            return "it was pointed at another image meanwhile";
        case "parent-stays":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.parent)}, which it belongs to, is still there`;
        case "subject-is-back":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.subject)}, which it names and which was gone, is back`;
        case "gone":
            return "it was gone already";
        case "just-pushed":
            return "this run's references name it as just pushed";
        case "last-tag":
            return "no other tag keeps its image any more";
        case "no-untag":
            return "the registry can't delete one tag alone";
        case "longer-tag-stays":
            return `the registry may be Distribution 2.5 or earlier, which on S3 would delete ${reason.tag} with it`;
        case "stopped":
            return "the run stopped before it";
        case "time-limit":
            return "the time limit came before it";
    }
}
const REPORTED_ELSEWHERE = new Set(["gone", "stopped", "time-limit"]);
function describeSkips(skips) {
    const told = skips.filter(({ reason }) => !REPORTED_ELSEWHERE.has(reason.kind));
    const fallen = told.filter(({ reason }) => reason.kind !== "longer-tag-stays");
    const lines = fallen.map(({ deletion, reason }) => `${nameOf(deletion)} (${describeSpare(reason)})`);
    return [
        ...(lines.length === 0
            ? []
            : [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(lines.length, "deletion")} skipped, because the plan no longer holds: ${some(lines)}.`]),
        ...describeReaching(told),
    ];
}
function describeReaching(skips) {
    const names = skips.flatMap(({ deletion, reason }) => reason.kind === "longer-tag-stays" ? [`${nameOf(deletion)} (beside ${reason.tag})`] : []);
    if (names.length === 0)
        return [];
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(names.length, "deletion")} skipped: the registry may be Distribution 2.5 or earlier, which on S3 would delete with them tags that stay, whose names begin with theirs: ${some(names)}. Upgrade it to registry:2 of today (2.8 or later) on the same storage, and the next run deletes them.`,
    ];
}
function describeNothing({ repository, why, near }) {
    const isMissing = why === "unknown-repository" || why === "no-match";
    const then = isMissing ? ` ${(0,_missing_js__WEBPACK_IMPORTED_MODULE_1__  .AE)(near)}if-missing: fail makes this an error.` : "";
    return `${repository}: ${NOTHING[why]}${then}`;
}
const NOTHING = {
    "unknown-repository": `${_missing_js__WEBPACK_IMPORTED_MODULE_1__  .lV["unknown-repository"]} (nothing was pushed to it yet?), so there is nothing to prune.`,
    "no-tags": "the repository has no tags, so it is left as it is.",
    "left-empty": "it is in the catalog and has no tags; reclaim with storage removes what is left of such repositories.",
    "no-rule": "no rule of the policy applies to this repository, so all of it stays.",
    "no-match": `${_missing_js__WEBPACK_IMPORTED_MODULE_1__  .lV["no-match"]}, so there is nothing to prune. In a pattern * stays within one part of the path; ** spans any number.`,
};
function needsAttention(why) {
    return why !== "left-empty";
}
function describeNote(note) {
    switch (note.kind) {
        case "dangling":
            return describeDangling([note.tag]);
        case "moved":
            return `${note.tag} was pointed at another image meanwhile (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(note.to)}); that one is whole.`;
        case "half-untagged":
            return `${note.tag} names an empty index, which a run of this program wrote over it and could not delete yet; the next run deletes both.`;
        case "removed":
            return `${note.tag} was deleted by somebody else meanwhile.`;
        case "still-there":
            return `${note.tag} is still there, though the registry said that it deleted it.`;
        case "put-back":
            return `${note.tag} was to stay, the registry deleted it with a tag whose name begins its own, and it was put back. Upgrade that registry to 2.8 or later.`;
    }
}
function describeCare({ isForeseen }) {
    const what = "this may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's";
    return isForeseen === true
        ? `${what}: the run itself finds out before it deletes, and may keep more`
        : `${what}: deleting one by one, and nothing that could reach a tag that stays`;
}
function describeSuspicion(tags) {
    return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(tags, "tag")} may be harmed: looking again, for another run may be deleting just now`;
}
function describeHarm(harm) {
    switch (harm.kind) {
        case "part-missing":
            return `${harm.tag} was to stay, and its part ${harm.missing} is missing`;
        case "tag-lost":
            return `${harm.tag} was to stay and is gone, though its image is there: it was moved onto an image at the moment when that image was deleted, or somebody deleted the tag alone`;
        case "image-lost":
            return `${harm.tag} was to stay and is gone with its image ${harm.image}: it was moved while images were deleted, by this run and by others, and one of these deletions took it along`;
    }
}
function describeDangling(tags) {
    const what = tags.length === 1
        ? "1 tag is listed, but its manifest"
        : `${tags.length} tags are listed, but their manifests`;
    const [verb, it] = tags.length === 1 ? ["is", "it"] : ["are", "them"];
    return (`${what} ${verb} not there (a full disk cut off the push, or something deleted ${it}): ${some(tags)}. Push ${it} again, ` +
        `remove ${it} from the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave ${it}: such a tag takes no space.`);
}
function describeHollow(tags) {
    const [what, it] = tags.length === 1 ? ["1 tag can't", "it"] : [`${tags.length} tags can't`, "them"];
    return (`${what} be pulled, because nothing that ${tags.length === 1 ? "its index lists" : "their indexes list"} is there (garbage-collect --delete-untagged ` +
        `on registry 2.x does that): ${some(tags)}. Push ${it} again, or delete ${it} with dangling: delete; ${it === "it" ? "it takes" : "they take"} no place.`);
}
function describeOrphans(tags) {
    const what = tags.length === 1 ? "1 signature or attachment" : `${tags.length} signatures or attachments`;
    return `${what} whose image is gone: ${some(tags)}; ${tags.length === 1 ? "it stays" : "they stay"}. orphans: delete removes ${tags.length === 1 ? "it" : "them"}.`;
}
function nameOf({ tags, digest }) {
    return tags.join(", ") || (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(digest ?? "");
}
function some(names) {
    const shown = names.slice(0, 10).join(", ");
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
function describeError(error) {
    return `${error.message}\n${error.nextStep}`;
}
function describeThrown(thrown) {
    return thrown instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc
        ? describeError(thrown)
        : `Unexpected error, please report it: ${String(thrown)}`;
}


/***/ }),

/***/ 8900:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Ej: () => (  size),
    N3: () => (  describeGroup),
    VK: () => (  shortDigest),
    hS: () => (  reclaimableSuffix),
    vj: () => (  amount)
  });
  var bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5559);
  var _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1404);


function shortDigest(digest) {
    return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}
function size(number, decimalPlaces = 1) {
    return bytes__WEBPACK_IMPORTED_MODULE_0__(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}
function amount({ bytes: number, isLeast }, decimalPlaces = 1) {
    return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}
function reclaimableSuffix(reclaimable) {
    return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that no kept image needs`;
}
function describeGroup({ group, rule }) {
    const where = group === _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__  .Qz ? "" : ` in ${group}`;
    return rule === undefined ? where : `${where} of rule ${rule}`;
}


/***/ })

};
