export const id = 667;
export const ids = [667];
export const modules = {

/***/ 2667:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./lazy/core/names/github.js
var github = __webpack_require__(385);
// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 19 modules
var connection_connection = __webpack_require__(8632);
// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var credentials = __webpack_require__(9798);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
// EXTERNAL MODULE: ../../node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(8630);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/github/limits.js
var limits = __webpack_require__(4571);
;// CONCATENATED MODULE: ./lazy/registry/github/pause.js



const PATIENCE_MS = 15 * 60_000;
const MOST_WAITS = 10;
function createPause({ host, onWait, stop }) {
    let waits = 0;
    let until = 0;
    let why = WHY.secondary;
    return {
        count: () => waits,
        reset: () => (waits = 0),
        begin(limit, later) {
            why = WHY[limit];
            if (later <= until)
                return;
            waits += 1;
            const now = Date.now();
            if (later - now > PATIENCE_MS || waits > MOST_WAITS)
                throw (0,limits/* limited */.TJ)(host, { until: later, now, why });
            until = later;
            onWait?.({ host, limit, until });
        },
        async over(method) {
            for (let now = Date.now(); now < until; now = Date.now()) {
                if (method === "DELETE")
                    throw paused(host, why);
                const error = (0,limits/* limited */.TJ)(host, { until, now, why });
                await (0,promises_.setTimeout)(until - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {
                    throw error;
                });
            }
        },
    };
}
function paused(host, why) {
    return new registry/* RegistryError */.g("paused", { message: `${host}: ${why}`, nextStep: "Look again when it is over." });
}
const WHY = {
    primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
    secondary: "GitHub asks for a pause",
};

;// CONCATENATED MODULE: ./lazy/registry/github/api.js






const API_VERSION = "2022-11-28";
const GAP_MS = 350;
async function createGitHubApi(options) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 329).then(__webpack_require__.bind(__webpack_require__, 1329));
    const { api, token, userAgent } = options;
    const patient = createPatient(options);
    const oneByOne = (0,p_limit/* default */.A)(1);
    const { origin } = new URL(api);
    const octokit = getOctokit(token, {
        baseUrl: api,
        userAgent,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    const send = async (route, parameters = {}, terms) => {
        try {
            return await octokit.request(route, {
                ...parameters,
                headers: { "x-github-api-version": API_VERSION },
                request: { fetch: fetchBy((request) => patient.send({ ...request, terms }), origin) },
            });
        }
        catch (error) {
            return answerOf(error);
        }
    };
    return {
        host: new URL(api).host,
        ask: (route, parameters, terms) => route.startsWith("GET ")
            ? send(route, parameters)
            : oneByOne(async () => {
                await patient.beforeChange();
                return send(route, parameters, terms);
            }),
        scopes: patient.scopes,
    };
}
function ignore() {
}
function answerOf(error) {
    if (!(error instanceof Error))
        throw error;
    if (error.cause instanceof errors/* PruneError */.Pc)
        throw error.cause;
    const { response } = error;
    if (response === undefined)
        throw error;
    return response;
}
function createPatient(options) {
    const { http } = options;
    const pause = createPause({ ...options, host: new URL(options.api).host });
    let quota;
    let scopes;
    let lastChange = -Infinity;
    const note = (response) => {
        quota = (0,limits/* quotaOf */.Ot)(response, Date.now()) ?? quota;
        const said = response.headers["x-oauth-scopes"];
        if (typeof said === "string")
            scopes = said.split(/[\s,]+/).filter((scope) => scope !== "");
    };
    return {
        scopes: () => scopes,
        async send(request) {
            for (;;) {
                await pause.over(request.method);
                const response = await http.send({ ...request, takesLimits: true });
                note(response);
                const met = (0,limits/* limitMet */.mt)(response, { now: Date.now(), waits: pause.count() });
                if (met === undefined) {
                    if (request.method !== "GET")
                        pause.reset();
                    return response;
                }
                pause.begin(met.kind, Date.now() + met.ms);
            }
        },
        async beforeChange() {
            const isShort = quota !== undefined && quota.remaining <= (0,limits/* reserveOf */.g2)(quota);
            if (quota !== undefined && isShort && quota.resets > Date.now())
                pause.begin("primary", quota.resets);
            const gap = lastChange + GAP_MS - performance.now();
            if (gap > 0)
                await (0,promises_.setTimeout)(gap);
            lastChange = performance.now();
        },
    };
}
function fetchBy(send, origin) {
    return async (address, { method, headers, body }) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw stranger(url);
        const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
        const response = await send(request);
        const { status, body: text } = response;
        return new Response(status === 204 || status === 205 || status === 304 ? null : text.toString("utf8"), {
            status,
            headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        });
    };
}
function stranger(url) {
    return new registry/* RegistryError */.g("unexpected-answer", {
        message: `the GitHub API sent us to another host, ${url.host}, which gets no token`,
        nextStep: "Look at what stands in front of it.",
    });
}

// EXTERNAL MODULE: ./lazy/registry/distribution/distribution.js + 5 modules
var distribution = __webpack_require__(5179);
// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __webpack_require__(3366);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var names_reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/registry/distribution/read-manifest.js + 2 modules
var read_manifest = __webpack_require__(8025);
;// CONCATENATED MODULE: ./lazy/registry/github/ghcr-reader.js


function createReader(distribution, call, digestOf) {
    const reads = new Map();
    return async (repository, reference) => {
        const expected = (0,names_reference/* isDigest */.Bc)(reference) ? reference : digestOf(repository, reference);
        const pending = expected === undefined ? undefined : reads.get(expected);
        if (pending !== undefined) {
            const known = await pending;
            if (known !== undefined && (await (0,read_manifest/* headManifest */.sy)(call, { repository, reference })) === known.digest) {
                return known;
            }
        }
        const read = distribution.readManifest(repository, reference);
        if (expected !== undefined) {
            reads.set(expected, read.catch(() => undefined));
        }
        return read;
    };
}

;// CONCATENATED MODULE: ./lazy/registry/github/ghcr.js




function createGhcr(connection, packages, rights) {
    const known = rights.filter((right) => right !== "delete");
    const { reader, writer } = (0,distribution/* createDistribution */.L)(connection, known);
    const ghcr = new Ghcr(reader, packages, (0,requests/* caller */.m)(connection, known));
    return {
        reader: {
            ...withoutAsides(reader),
            frees: "by-itself",
            scansTags: false,
            listRepositories: async (below) => (await Promise.all([...below].map((owner) => packages.listPackages(owner)))).flat(),
            listTags: (repository) => ghcr.listTags(repository),
            listUntagged: (repository) => ghcr.listUntagged(repository),
            listDates: (repository) => ghcr.listDates(repository),
            readManifest: (repository, reference) => ghcr.read(repository, reference),
            listReferrers: () => Promise.resolve(undefined),
            untags: () => Promise.resolve("no"),
            listDeleted: (repository) => ghcr.listDeleted(repository),
        },
        deleter: {
            deletionsAtOnce: () => 1,
            proveDeletes: () => Promise.resolve().then(() => void packages.proveScopes()),
            deleteManifest: (repository, digest, terms) => ghcr.delete(repository, digest, terms),
            deleteTag: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} goes with its version`)),
            mayTakeLongerTags: () => Promise.resolve(false),
            putBack: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} can't have been taken along`)),
        },
        writer: { ...writer, undelete: (repository, digest) => ghcr.undelete(repository, digest) },
    };
}
function withoutAsides(reader) {
    const rest = { ...reader };
    delete rest.isLeft;
    delete rest.looksOld;
    return rest;
}
class Ghcr {
    read;
    #distribution;
    #packages;
    #listings = new Map();
    #deleted = new Map();
    #gone = new Set();
    constructor(distribution, packages, call) {
        this.#distribution = distribution;
        this.#packages = packages;
        this.read = createReader(distribution, call, (repository, tag) => this.#listings.get(repository)?.tags.get(tag));
    }
    async listTags(repository) {
        const listing = await this.#list(repository);
        const named = await this.#distribution.listTags(repository);
        const tags = new Set(listing.tags.keys());
        const others = (named ?? []).filter((tag) => !tags.has(tag));
        for (const tag of others)
            if (await this.#isThere(repository, tag))
                tags.add(tag);
        return [...tags];
    }
    async listDates(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        return new Map([...versions.values()].map(({ digest, created }) => [digest, created]));
    }
    async listUntagged(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        const untagged = [...versions.values()].filter(({ tags }) => tags.length === 0);
        return new Map(untagged.map(({ digest, changed }) => [digest, changed]));
    }
    async delete(repository, digest, terms) {
        const listed = this.#listings.get(repository)?.versions.get(digest);
        const version = listed ?? (await this.#list(repository)).versions.get(digest);
        if (version === undefined) {
            if ((await this.read(repository, digest)) === undefined)
                return "gone";
            throw unlisted(repository, digest);
        }
        const outcome = await this.#packages.deleteVersion(repository, version.id, terms);
        if (outcome === "gone" && (await this.#list(repository)).versions.has(digest)) {
            throw pushedAgain(repository, digest);
        }
        this.#gone.add(keyOf(repository, digest));
        this.#listings.get(repository)?.versions.delete(digest);
        return outcome;
    }
    async listDeleted(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "deleted"));
        this.#deleted.set(repository, versions);
        return new Set(versions.keys());
    }
    async undelete(repository, digest) {
        const version = this.#deleted.get(repository)?.get(digest);
        if (version === undefined)
            throw new TypeError(`${repository}@${digest} is in no list`);
        await this.#packages.restoreVersion(repository, version.id);
        this.#gone.delete(keyOf(repository, digest));
    }
    async #list(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "active"));
        const tags = [...versions.values()].flatMap((each) => each.tags.map((tag) => [tag, each.digest]));
        const listing = { versions, tags: new Map(tags) };
        this.#listings.set(repository, listing);
        for (const digest of versions.keys())
            this.#gone.delete(keyOf(repository, digest));
        return listing;
    }
    async #isThere(repository, tag) {
        const found = await this.read(repository, tag);
        return found !== undefined && !this.#gone.has(keyOf(repository, found.digest));
    }
}
function keyOf(repository, digest) {
    return `${repository}@${digest}`;
}
function byDigest(versions) {
    return new Map([...versions].reverse().map((version) => [version.digest, version]));
}
function pushedAgain(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} was deleted by somebody else and pushed again since it was listed`, "What was decided is about another version. Run again.");
}
function unlisted(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} is there, and in no list of the package's versions`, "Nothing is deleted that GitHub does not list. Run again.");
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/registry/port/doubt.js
var doubt = __webpack_require__(2461);
// EXTERNAL MODULE: ./lazy/core/image/date.js
var date = __webpack_require__(6953);
;// CONCATENATED MODULE: ./lazy/registry/github/refusals.js




function githubRefusal(answer, asked) {
    const { status } = answer;
    const said = (0,limits/* messageOf */.bD)(answer.data);
    const { host, name, token } = asked;
    if (said === "")
        return doubtful(status, said, asked);
    if (status === 401)
        return badToken(said, asked);
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this token (404)`, [
            "Is the name right, and was something pushed there?",
            ...mayRead(token),
        ]);
    }
    if (status === 403)
        return asked.changes ? notAllowed(said, asked) : notShown(said, asked);
    return doubtful(status, said, asked);
}
function doubtful(status, said, { host, doing }) {
    return refused("unexpected-answer", `${host} answered ${status}${quoted(said)} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; githubstatus.com says whether GitHub is well.",
    ]);
}
function saysUnknown(answer) {
    return answer.status === 404 && saysGitHub(answer);
}
function saysNo(answer) {
    return [400, 401, 403, 409, 422].includes(answer.status) && saysGitHub(answer);
}
function saysGitHub({ data }) {
    return (0,limits/* messageOf */.bD)(data) !== "" && (0,json/* textAt */.$6)(data, "documentation_url") !== undefined;
}
function stillThere({ message, nextStep }) {
    return new registry/* RegistryError */.g("still-there", { message: `${message}; it is still there`, nextStep });
}
function unproven({ message, nextStep }, why) {
    const seen = `whether it is gone can't be seen (${why})`;
    return new registry/* RegistryError */.g("unproven", { message: `${message}; ${seen}`, nextStep });
}
function badToken(said, { host, doing }) {
    return refused("unauthorized", `${host} does not take the token (401${quoted(said)}) while ${doing}`, [
        "Has it run out, or is it another GitHub's? Give github-token, or sign in to the registry with one that is valid.",
    ]);
}
function notShown(said, { host, doing, token }) {
    return refused("forbidden", `${host} says no (403${quoted(said)}) while ${doing}`, mayRead(token));
}
function mayRead(token) {
    switch ((0,github/* tokenKind */.aA)(token)) {
        case "installation":
            return [
                "Give the job the right: permissions: packages: read (to delete: write).",
                "A package that another repository pushed must let this one in: on the package's page, Package settings, Manage Actions access.",
            ];
        case "fine-grained":
            return [FINE_GRAINED];
        case "classic":
        case "other":
            return ["The token needs the scope read:packages, and its owner must be let see the package."];
    }
}
const FINE_GRAINED = "GitHub Packages takes no fine-grained personal access tokens. Use github.token in a workflow, else a classic one with read:packages and delete:packages.";
function notAllowed(said, { host, doing, token }) {
    const message = `${host} says no (403${quoted(said)}) while ${doing}`;
    switch ((0,github/* tokenKind */.aA)(token)) {
        case "installation":
            return /not accessible by integration/i.test(said)
                ? refused("forbidden", `${message}: the job's token may not change packages`, [
                    "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
                    "If it has it, the package must give this repository the role Admin: on the package's page, Package settings, Manage Actions access.",
                ])
                : refused("forbidden", message, [ADMIN]);
        case "fine-grained":
            return refused("forbidden", message, [FINE_GRAINED]);
        case "classic":
        case "other":
            return refused("forbidden", message, [
                "The token needs the scopes read:packages and delete:packages (to restore also write:packages), and its owner must administer the package.",
            ]);
    }
}
const ADMIN = "Give the repository that this runs in the role Admin: on the package's page, Package settings, Manage Actions access, add the repository. " +
    "With a personal access token, its owner must administer the package.";
function notAdmin({ host, name, doing }, { linkedTo, page }) {
    const link = linkedTo === undefined
        ? `${name} is linked to no repository`
        : `${name} is linked to the repository ${linkedTo}`;
    return refused("forbidden", `${host} shows ${name}, and says that it is not there (404) while ${doing}`, [
        `That is how it says no to who is no admin of the package. ${link}.`,
        ADMIN,
        ...(page === undefined ? [] : [`Its page: ${page}`]),
    ]);
}
function undeletable({ status, data }, { name, doing }) {
    const said = (0,limits/* messageOf */.bD)(data);
    if (status !== 400)
        return undefined;
    if (/more than 5,?000 downloads/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            "A version of a public package that was downloaded more than 5000 times can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
        ]);
    }
    if (/last (?:tagged )?version/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            `A package keeps its last tagged version, allow-empty or not. If ${name} is to go, delete the whole package on its page.`,
        ]);
    }
    return undefined;
}
function noToken(host) {
    return refused("unauthorized", `there is no token for ${host}, and GitHub lists packages to nobody without one`, [
        "In a workflow, leave github-token at its default. Elsewhere: docker login " +
            `${host} with a classic personal access token (read:packages, delete:packages) as the password, or username and password here.`,
    ]);
}
function listsNone(host, owner) {
    return refused("forbidden", `${host} does not list the packages of ${owner} for github.token`, [
        "Name the packages in image one by one, or give a classic personal access token (read:packages, delete:packages) as github-token.",
    ]);
}
function lacksScope(host, scopes) {
    const has = scopes.length === 0 ? "none" : scopes.join(", ");
    return refused("forbidden", `the personal access token for ${host} lacks the scope delete:packages (it has ${has})`, ["Nothing was deleted. Add the scope to the token, or use github.token in a workflow."]);
}
function refused(kind, message, steps) {
    return new registry/* RegistryError */.g(kind, { message, nextStep: steps.join("\n") });
}
function quoted(said) {
    return said === "" ? "" : `, "${said}"`;
}

;// CONCATENATED MODULE: ./lazy/registry/github/lists.js





const PAGE = 100;
const MAX_PAGES = 10_000;
async function pages(ask, asked) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await ask(page);
        if (answer.status !== 200)
            throw githubRefusal(answer, asked);
        if (!Array.isArray(answer.data))
            throw odd(asked.host, "a list is none");
        items.push(...answer.data);
        const link = String(answer.headers["link"] ?? "");
        if (answer.data.length < PAGE && !/\brel="?next\b/i.test(link))
            return items;
    }
    throw odd(asked.host, "its pages have no end");
}
function decodeVersion(host, version) {
    const metadata = (0,json/* isObject */.Gv)(version) ? version["metadata"] : undefined;
    const container = (0,json/* isObject */.Gv)(metadata) ? metadata["container"] : undefined;
    const tags = (0,json/* isObject */.Gv)(container) ? container["tags"] : undefined;
    const id = (0,json/* isObject */.Gv)(version) ? version["id"] : undefined;
    const digest = (0,json/* textAt */.$6)(version, "name") ?? "";
    const dates = ["created_at", "updated_at"].map((key) => (0,date/* readDate */.h)((0,json/* textAt */.$6)(version, key)));
    const [created, updated] = dates;
    const isWhole = Number.isSafeInteger(id) && (0,names_reference/* isDigest */.Bc)(digest) && Array.isArray(tags) && tags.every(isTagText);
    if (!isWhole || created === undefined || updated === undefined) {
        throw odd(host, "there is something in the list of versions that is none of a container's");
    }
    return {
        id: Number(id),
        digest,
        tags: tags.filter(isTagText),
        created,
        changed: Math.max(created, updated),
    };
}
function isTagText(text) {
    return typeof text === "string" && (0,names_reference/* isTag */.dz)(text);
}
function odd(host, why) {
    return new errors/* UnsureError */.jA(`what ${host} answered can't be trusted: ${why}`, "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.");
}

;// CONCATENATED MODULE: ./lazy/registry/github/packages.js








function createPackages(api, token) {
    const client = { api, token, owners: new Map() };
    return {
        listVersions: (repository, state) => listVersions(client, repository, state),
        deleteVersion: (repository, id, terms) => deleteVersion(client, repository, { id, terms }),
        restoreVersion: (repository, id) => restoreVersion(client, repository, id),
        listPackages: (owner) => listPackages(client, owner),
        proveScopes: () => {
            const scopes = api.scopes();
            if (scopes === undefined || (0,github/* tokenKind */.aA)(token) === "installation")
                return "unknown";
            if (!scopes.includes("delete:packages"))
                throw lacksScope(api.host, scopes);
            return "proven";
        },
        facts: (repository) => packageFacts(client, repository),
    };
}
async function placeOf(client, repository) {
    const slash = repository.indexOf("/");
    const owner = await ownerPath(client, repository.slice(0, slash));
    return { path: `${owner}/packages/container/{name}`, name: repository.slice(slash + 1) };
}
function ownerPath(client, owner) {
    const known = client.owners.get(owner) ?? findOwner(client, owner);
    client.owners.set(owner, known);
    return known;
}
async function findOwner({ api, token }, owner) {
    const answer = await api.ask("GET /users/{username}", { username: owner });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf({ api, token }, owner, { doing: `looking for ${owner}` }));
    }
    const type = (0,json/* textAt */.$6)(answer.data, "type");
    if (type === "Organization")
        return `/orgs/${owner}`;
    if (type !== "User")
        throw odd(api.host, `it says of ${owner} that it is ${type ?? "nothing"}`);
    if ((0,github/* tokenKind */.aA)(token) === "installation")
        return `/users/${owner}`;
    const self = await api.ask("GET /user");
    const isOwn = self.status === 200 && (0,json/* textAt */.$6)(self.data, "login")?.toLowerCase() === owner.toLowerCase();
    return isOwn ? "/user" : `/users/${owner}`;
}
async function listVersions(client, repository, state) {
    const { api } = client;
    const { path, name } = await placeOf(client, repository);
    const found = await pages((page) => api.ask(`GET ${path}/versions`, { name, state, per_page: PAGE, page }), askedOf(client, repository, { doing: `listing the versions of ${repository}` }));
    const versions = found.map((version) => decodeVersion(api.host, version));
    return [...new Map(versions.map((version) => [version.id, version])).values()];
}
async function listPackages(client, owner) {
    const { api, token } = client;
    const route = `GET ${await ownerPath(client, owner)}/packages`;
    const found = await pages(async (page) => {
        const answer = await api.ask(route, { package_type: "container", per_page: PAGE, page });
        const isRefused = answer.status === 400 && (0,github/* tokenKind */.aA)(token) === "installation";
        if (isRefused)
            throw listsNone(api.host, owner);
        return answer;
    }, askedOf(client, owner, { doing: `listing the packages of ${owner}` }));
    return found.map((item) => {
        const name = `${owner}/${(0,json/* textAt */.$6)(item, "name") ?? ""}`;
        if ((0,names_reference/* isRepositoryName */.en)(name))
            return name;
        throw odd(api.host, `there is something in the list of packages that is none`);
    });
}
async function deleteVersion(client, repository, { id, terms }) {
    const { path, name } = await placeOf(client, repository);
    const version = `${path}/versions/{id}`;
    const answer = await client.api.ask(`DELETE ${version}`, { name, id }, terms).catch(doubt/* asDoubt */.H);
    const isNone = answer instanceof registry/* RegistryError */.g;
    if (!isNone && answer.status === 204)
        return "deleted";
    const asked = askedOf(client, repository, {
        doing: `deleting version ${id} of ${repository}`,
        changes: true,
    });
    const refusal = isNone ? answer : (undeletable(answer, asked) ?? githubRefusal(answer, asked));
    if (!isNone && saysNo(answer))
        throw refusal;
    const isThere = await isLeft(() => client.api.ask(`GET ${version}`, { name, id }), refusal);
    const isUnknown = !isNone && saysUnknown(answer);
    if (!isThere)
        return isUnknown ? "gone" : "deleted";
    throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : stillThere(refusal);
}
async function isLeft(look, refusal) {
    const now = await look().catch((error) => {
        throw error instanceof errors/* PruneError */.Pc ? unproven(refusal, error.message) : error;
    });
    if (saysUnknown(now))
        return false;
    if (now.status !== 200 || !(0,json/* isObject */.Gv)(now.data))
        throw unproven(refusal, String(now.status));
    return true;
}
async function restoreVersion(client, repository, id) {
    const { path, name } = await placeOf(client, repository);
    const answer = await client.api.ask(`POST ${path}/versions/{id}/restore`, { name, id });
    if (answer.status === 204)
        return;
    const isUnknown = answer.status === 404;
    if (isUnknown && (await client.api.ask(`GET ${path}/versions/{id}`, { name, id })).status === 200)
        return;
    const asked = askedOf(client, repository, {
        doing: `restoring version ${id} of ${repository}`,
        changes: true,
    });
    throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : githubRefusal(answer, asked);
}
async function packageFacts(client, repository) {
    const { path, name } = await placeOf(client, repository);
    const answer = await client.api.ask(`GET ${path}`, { name });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf(client, repository, { doing: `looking at ${repository}` }));
    }
    const { data } = answer;
    const linkedTo = (0,json/* textAt */.$6)((0,json/* isObject */.Gv)(data) ? data["repository"] : undefined, "full_name");
    const page = (0,json/* textAt */.$6)(data, "html_url");
    return {
        ...(linkedTo === undefined ? {} : { linkedTo }),
        ...(page === undefined ? {} : { page }),
    };
}
function askedOf({ api, token }, name, { doing, changes = false }) {
    return { host: api.host, name, doing, changes, token };
}

;// CONCATENATED MODULE: ./lazy/registry/github/open.js








async function openGitHub(options) {
    const { account, rights } = options;
    const address = account?.api ?? github/* GITHUB_COM */.yQ.api;
    const { connection, token } = await connectToGitHub(options, address);
    const api = await createGitHubApi({ ...options, http: connection.http, api: address, token });
    const packages = createPackages(api, token);
    return { registry: createGhcr(connection, packages, rights), packages, token };
}
async function connectToGitHub(options, address) {
    const { account, host, onSecret } = options;
    const given = options.credentials ?? ownCredentials(account?.token) ?? (await (0,credentials/* dockerCredentials */.d)(host));
    if (given.kind !== "password")
        throw noToken(host);
    onSecret(given.password);
    const connection = await (0,connection_connection/* connect */.N)({ ...options, credentials: given });
    const { protocol, host: api } = new URL(address);
    if (protocol === "https:" || connection.allowsPlainHttp(api))
        return { connection, token: given.password };
    connection.close();
    throw new registry/* RegistryError */.g("unsafe-realm", {
        message: `the GitHub API at ${address} speaks plain HTTP, and would get the token unencrypted`,
        nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
    });
}
function ownCredentials(token) {
    return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}


/***/ }),

/***/ 8630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ../../node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ../../node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
