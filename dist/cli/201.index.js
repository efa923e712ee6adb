export const id = 201;
export const ids = [201];
export const modules = {

/***/ 4201:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: ./lazy/cli/terminal.js + 7 modules
var terminal = __webpack_require__(1277);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var base_errors = __webpack_require__(6846);
;// CONCATENATED MODULE: ./lazy/core/result/finding.js
/** Makes a finding; what `message` quotes from elsewhere is brought onto one line. */
function finding(kind, check, { message, fix }) {
    const line = message.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
    return { kind, check, message: line, ...(fix === undefined ? {} : { fix }) };
}
/** Whether nothing that was found keeps a prune from its work. */
function isReady(findings) {
    return findings.every(({ kind }) => kind !== "problem");
}

// EXTERNAL MODULE: ./lazy/core/names/github.js
var github = __webpack_require__(385);
;// CONCATENATED MODULE: ./lazy/doctor/trouble.js


/** A problem as an error tells it: its sentence, and its next step. */
function problemOf(check, error) {
    return finding("problem", check, { message: sentence(error.message), fix: error.nextStep });
}
/**
 * What came of something, or the error that says why not.
 * @throws what is no `PruneError`
 */
async function attempt(doing) {
    try {
        return await doing;
    }
    catch (error) {
        if (error instanceof base_errors/* PruneError */.Pc)
            return error;
        throw error;
    }
}
/** An error's message begins where it is put behind a colon; a finding's is a sentence of its own. */
function sentence(message) {
    return /[.!?]$/.test(message) ? message : `${message}.`;
}

;// CONCATENATED MODULE: ./lazy/doctor/github.js




/** Looks whether a package on GitHub's registry is ready for a prune. Changes nothing. What goes wrong is a finding. */
async function examinePackage({ registry, packages, repository, token, }) {
    const signedIn = finding("ok", "signed-in", { message: `Signed in with ${TOKENS[(0,github/* tokenKind */.aA)(token)]}.` });
    const tags = await attempt(registry.listTags(repository));
    if (tags instanceof base_errors/* PruneError */.Pc)
        return [signedIn, problemOf("repository", tags)];
    const number = tags?.length ?? 0;
    const found = finding("ok", "repository", {
        message: `${repository} has ${number === 1 ? "1 tag" : `${number} tags`}.`,
    });
    const facts = await attempt(packages.facts(repository));
    const deletes = await attempt(Promise.resolve().then(() => packages.proveScopes()));
    return [
        signedIn,
        found,
        facts instanceof base_errors/* PruneError */.Pc ? problemOf("linked", facts) : describeLink(repository, facts.linkedTo),
        deletes instanceof base_errors/* PruneError */.Pc ? problemOf("deletes", deletes) : describeDeletes(deletes),
    ];
}
const TOKENS = {
    installation: "a workflow's or an app's token",
    classic: "a classic personal access token",
    "fine-grained": "a fine-grained personal access token",
    other: "a token",
};
function describeLink(repository, linkedTo) {
    if (linkedTo !== undefined) {
        return finding("ok", "linked", { message: `${repository} is linked to the repository ${linkedTo}.` });
    }
    return finding("warning", "linked", {
        message: `${repository} is linked to no repository, so no workflow's token may change it unless the package's settings say so.`,
        fix: "On the package's page, Package settings, Manage Actions access, give the repository of the workflow the role Admin; or connect the two there.",
    });
}
function describeDeletes(scope) {
    if (scope === "proven") {
        return finding("ok", "deletes", { message: "The token has the scope delete:packages." });
    }
    return finding("unknown", "deletes", {
        message: "Whether this token may delete shows only when it does: GitHub has no question for that.",
        fix: "It needs permissions: packages: write in the job, and the role Admin for its repository in the package's settings.",
    });
}

// EXTERNAL MODULE: ./lazy/registry/distribution/distribution.js + 3 modules
var distribution = __webpack_require__(2071);
// EXTERNAL MODULE: ./lazy/registry/distribution/probes.js
var probes = __webpack_require__(3963);
// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 14 modules
var connection_connection = __webpack_require__(2912);
// EXTERNAL MODULE: ./lazy/registry/distribution/refusals.js
var refusals = __webpack_require__(4541);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var port_registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/doctor/product.js

/** Signs that registries of other makers put into the answer to `GET /v2/`; the first that fits counts. */
const SIGNS = [
    // Its change log, "Custom Headers on GET /v2/".
    (headers) => named("GitLab's registry", product_valueOf(headers, "gitlab-container-registry-version")),
    (headers) => named("Artifactory", /^Artifactory\/(\S+)/i.exec(product_valueOf(headers, "x-jfrog-version") ?? "")?.[1]),
    (headers) => named("Nexus", /^Nexus\/(\S+)/i.exec(product_valueOf(headers, "server") ?? "")?.[1]),
    // The service that Harbor's challenge names.
    (headers) => (challenge(headers).includes('service="harbor-registry"') ? "Harbor" : undefined),
    // Gitea's own test of its container registry: realm …/v2/token, and this service. Forgejo comes from Gitea.
    (headers) => /realm="[^"]*\/v2\/token",service="container_registry"/.test(challenge(headers))
        ? "Gitea or Forgejo"
        : undefined,
];
/**
 * Reads the answers to `GET /v2/`, the one to nobody first. Distribution shows its major version by the Content-Type of its
 * JSON alone: 2.8 names a charset, 3.x names none (measured).
 */
function recognise(answers) {
    for (const { headers } of answers) {
        for (const sign of SIGNS) {
            const name = sign(headers);
            if (name !== undefined)
                return { kind: "other", name };
        }
    }
    const last = answers.at(-1);
    const major = last === undefined ? undefined : (0,probes/* distributionMajor */.uY)(last);
    if (major === undefined)
        return { kind: "unknown" };
    return { kind: "distribution", major, name: major === 2 ? "Distribution 2.8 or older" : "Distribution 3" };
}
function named(product, version) {
    return version === undefined ? undefined : `${product} ${version}`;
}
function challenge(headers) {
    return product_valueOf(headers, "www-authenticate") ?? "";
}
function product_valueOf(headers, name) {
    const value = headers[name];
    return Array.isArray(value) ? value.join(",") : value;
}

;// CONCATENATED MODULE: ./lazy/doctor/access.js








/** Looks at the way to a registry, what it is, and whether it lets us in. */
async function examineAccess(site, identity) {
    const { base } = site.connection;
    const first = await attempt((0,probes/* askAsNobody */.to)(site.connection));
    if (first instanceof base_errors/* PruneError */.Pc)
        return { findings: [problemOf(checkOf(first), first)] };
    const strange = strangeAnswer(base, first);
    if (strange !== undefined)
        return { findings: [strange] };
    const asksToSignIn = first.status === 401;
    const found = [
        finding("ok", "reachable", { message: `${base.host} answers.` }),
        examineTransport({ base, sends: asksToSignIn && identity.credentials.kind !== "anonymous" }),
    ];
    if (!asksToSignIn) {
        const message = "It answers without signing in; single repositories may still ask for it.";
        return admitted([...found, finding("ok", "signed-in", { message })], [first]);
    }
    const second = await attempt((0,probes/* askSignedIn */.l0)(site));
    if (second instanceof base_errors/* PruneError */.Pc) {
        return { findings: [...found, examineProduct(recognise([first])), problemOf("signed-in", second)] };
    }
    if (second.status !== 200) {
        const refused = problemOf("signed-in", (0,refusals/* refusal */.x5)(base.host, second, `signing in ${nameOf(identity)}`));
        return { findings: [...found, examineProduct(recognise([first])), refused] };
    }
    const message = `Signed in ${nameOf(identity)}.`;
    return admitted([...found, finding("ok", "signed-in", { message })], [first, second]);
}
function admitted(findings, answers) {
    const product = recognise(answers);
    return { findings: [...findings, examineProduct(product)], product };
}
/** Which check an error of the connection belongs to. */
function checkOf(error) {
    const ofTransport = ["untrusted-certificate", "speaks-plain-http", "speaks-https"];
    return error instanceof port_registry/* RegistryError */.g && ofTransport.includes(error.kind) ? "transport" : "reachable";
}
function strangeAnswer(base, answer) {
    if (answer.url.origin !== base.origin) {
        return finding("problem", "reachable", {
            message: `${base.origin} sends whoever asks it on to ${answer.url.origin}, and deletes are not sent on.`,
            fix: `Name the address that it sends to: ${answer.url.origin}/… in image.`,
        });
    }
    const isAnswer = (answer.status === 200 || answer.status === 401) && !(0,refusals/* isHtml */._6)(answer);
    if (isAnswer)
        return undefined;
    const error = (0,refusals/* refusal */.x5)(base.host, answer, "asking whether a registry is there");
    return problemOf(checkOf(error), error);
}
/** Judges the way to a registry; `sends` where credentials go over it. */
function examineTransport({ base, sends }) {
    const check = "transport";
    if (base.protocol === "https:") {
        return finding("ok", check, { message: "It is asked over HTTPS, and its certificate is trusted." });
    }
    if ((0,connection_connection/* isLoopback */.U)(base.host)) {
        return finding("ok", check, { message: "It is asked over plain HTTP, on this machine." });
    }
    if (!sends) {
        return finding("ok", check, { message: "It is asked over plain HTTP, and no credentials are sent." });
    }
    return finding("warning", check, {
        message: `The password goes to ${base.host} over plain HTTP, and everybody on the way can read it.`,
        fix: "Give the registry a certificate (http.tls in its configuration, or a reverse proxy), and take it out of plain-http.",
    });
}
function examineProduct(product) {
    if (product.kind === "distribution") {
        return finding("ok", "product", { message: `It answers as ${product.name} does.` });
    }
    const message = product.kind === "other"
        ? `It is ${product.name}, not Distribution, for which this program is made.`
        : "It is some other registry than Distribution, for which this program is made.";
    return finding("unknown", "product", { message, fix: "Begin with a dry run, and look at what it says." });
}
/** Completes "signed in …". */
function nameOf({ credentials, source }) {
    const from = source === "given" ? "as given" : "from Docker's configuration";
    switch (credentials.kind) {
        case "anonymous":
            return "as nobody, for neither the settings nor Docker's configuration have credentials for it";
        case "password":
            return `as ${credentials.username}, ${from}`;
        case "identity-token":
            return `with an identity token, ${from}`;
    }
}

;// CONCATENATED MODULE: ./lazy/doctor/rights.js





/** Asks the registry to delete what can't be there. */
async function examineDeletes(registry, { repository }) {
    const error = await attempt(registry.proveDeletes(repository));
    if (error instanceof base_errors/* PruneError */.Pc) {
        const refused = error instanceof port_registry/* RegistryError */.g ? error.kind : "other";
        return { finding: problemOf("deletes", error), refused };
    }
    return { finding: finding("ok", "deletes", { message: "Deletes are on, and you may delete." }) };
}
/**
 * CVE-2026-41888 (GHSA-6pjf-3r9x-m592): Distribution 3 before 3.1.1 deletes a tag by its name although deletes are off.
 * Nothing is said where it does not show.
 */
async function examineTagDeletes(site, product, { refused }) {
    if (product.kind !== "distribution" || product.major !== 3 || refused !== "deletes-off")
        return [];
    if ((await attempt((0,probes/* deletesTagsByName */.kl)(site))) !== true)
        return [];
    const message = "Deletes are off, and the registry deletes tags by their names all the same (CVE-2026-41888, Distribution 3 before 3.1.1).";
    const fix = "Update the registry to 3.1.1 or later.";
    return [finding("warning", "tag-deletes", { message, fix })];
}
const CHECK = "writes";
/**
 * Begins an upload and cancels it, in a repository that exists.
 * @param hasTags whether it exists: beginning an upload would create it
 */
async function examineWrites(site, { refused }, hasTags) {
    if (!hasTags) {
        const message = "Whether the storage takes writes was not tried, for it takes a repository that has tags: in another it would leave something behind.";
        return finding("unknown", CHECK, { message });
    }
    // Cancelling takes the right to delete, and a way for DELETE.
    if (refused !== undefined && refused !== "deletes-off" && refused !== "read-only") {
        const message = "Whether the storage takes writes was not tried, for an upload that is begun could not be cancelled.";
        return finding("unknown", CHECK, { message });
    }
    const answer = await attempt((0,probes/* tryUpload */.tH)(site));
    if (!(answer instanceof base_errors/* PruneError */.Pc))
        return describeUpload(site.connection.base.host, answer);
    const message = `Whether the storage takes writes could not be found out: ${answer.message}.`;
    return finding("unknown", CHECK, { message, fix: answer.nextStep });
}
/** What an answer to an upload means for a prune and for who pushes. */
function describeUpload(host, answer) {
    switch (answer.kind) {
        case "cancelled":
            return finding("ok", CHECK, {
                message: "The storage takes writes: an upload was begun and cancelled, of which Distribution keeps some hundred bytes in _uploads.",
            });
        case "left-behind":
            return finding("warning", CHECK, {
                message: `The storage takes writes, and the upload that was begun could not be cancelled: ${answer.why}.`,
                fix: "The registry purges it, after a week by default. An address at another origin, which pushes fail on too, comes from " +
                    "a reverse proxy that does not pass on Host and X-Forwarded-Proto; http.relativeurls: true in the registry's configuration helps as well.",
            });
        case "no-right":
            return finding("unknown", CHECK, {
                message: "You have no right to push, and a prune needs none; so writes could not be tried.",
            });
        case "disk-full":
            return finding("problem", CHECK, {
                message: `The disk of ${host} is full, so pushes fail.`,
                fix: "A prune works all the same, for deleting needs no space; but it frees none before the registry's garbage has been collected, " +
                    "which needs no space either. Prune, collect the garbage, then push again.",
            });
        case "read-only":
            return finding("warning", CHECK, {
                message: `${host} is read-only at the moment, so pushes fail.`,
                fix: "Its maintenance has to end first (storage.maintenance.readonly in its configuration).",
            });
        case "takes-no-pushes":
            return finding("unknown", CHECK, {
                message: "The registry takes no pushes at all, as a pull-through cache.",
            });
        case "unexpected":
            return finding("warning", CHECK, {
                message: `${host} answered ${answer.status} where an upload was to begin, so pushes seem to fail.`,
                fix: "Look at the registry's log.",
            });
    }
}

;// CONCATENATED MODULE: ./lazy/doctor/list-order.js
/**
 * Reads the order of a list that Distribution 3 sent. From 3.1 on, on S3, it lists in the order of `tag/`; 3.0 and 3.1 on a
 * disk list in plain byte order (measured). 3.1.0 and 3.1.1 on S3 leave out every tag that follows another in that order and
 * begins with it, such as 1.0.10 after 1.0.1 (measured on 3.1.1; distribution issue #4891), so a list that has both is whole.
 */
function readOrder(tags) {
    if (tags.some((tag, index) => index > 0 && isHiddenBy(tag, tags[index - 1] ?? "")))
        return "whole";
    const isPlain = isSorted(tags);
    const isOfS3 = isSorted(tags.map((tag) => `${tag}/`));
    if (isPlain && isOfS3)
        return "undecided";
    return isOfS3 ? "may-hide" : "whole";
}
/** `-` and `.` sort before `/`, so a tag that goes on with one of them comes before the shorter one. */
function isHiddenBy(tag, before) {
    return before !== "" && tag.startsWith(before) && !/^[-.]/.test(tag.slice(before.length));
}
/** Tags are ASCII, of which JavaScript's own order is the order of bytes. */
function isSorted(texts) {
    return texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") < text);
}
/**
 * A tag that Distribution 2.8 on S3 fails to remove while another stays, and that other: one that sorts before `tag/`
 * (measured; distribution issue #3142). `undefined` where there is none.
 */
function findSticking(tags) {
    const all = new Set(tags);
    for (const sibling of [...tags].sort()) {
        for (const { index } of sibling.matchAll(/[-.]/g)) {
            const tag = sibling.slice(0, index);
            if (all.has(tag))
                return { tag, sibling };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lazy/doctor/tags.js





const MOST_READ = 50;
const MOST_NAMED = 10;
/** Reads some tags and says which do not resolve, what a first run takes, and what is known of this version with such tags. */
async function examineTags(registry, site, { tags, product }) {
    const { repository } = site;
    const sample = await readSome(registry, repository, tags);
    const dangling = await listedStill(registry, repository, danglingOf(sample));
    return [
        ...describeErrors(sample),
        describeDangling(dangling, { read: sample.tags.length, all: tags.length }),
        describeSpeed(sample, tags.length),
        ...(await describeFaults(site, { tags, product, image: imageOf(sample) })),
    ];
}
async function readSome(registry, repository, tags) {
    const some = spread(tags, MOST_READ);
    const start = performance.now();
    // The connection bounds how many are asked at once.
    const read = await Promise.all(some.map((tag) => attempt(registry.readManifest(repository, tag))));
    return { tags: some, read, seconds: (performance.now() - start) / 1000 };
}
/** At most `most` of these, from all over the list. */
function spread(items, most) {
    if (items.length <= most)
        return items;
    const step = items.length / most;
    return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
function danglingOf({ tags, read }) {
    return tags.filter((_, index) => read[index] === undefined);
}
/** Tags that somebody deleted between the listing and the reading do not dangle. */
async function listedStill(registry, repository, tags) {
    if (tags.length === 0)
        return tags;
    const now = await attempt(registry.listTags(repository));
    return now instanceof base_errors/* PruneError */.Pc ? tags : tags.filter((tag) => now?.includes(tag) === true);
}
function describeErrors({ read }) {
    const errors = read.filter((result) => result instanceof base_errors/* PruneError */.Pc);
    const [first] = errors;
    if (first === undefined)
        return [];
    const message = `${errors.length} of ${read.length} tags can't be read, and a prune decides nothing while one can't: ${first.message}.`;
    return [finding("problem", "manifests", { message, fix: first.nextStep })];
}
/** Tags that are listed and do not resolve. */
function describeDangling(dangling, { read, all }) {
    const looked = read === all ? (all === 1 ? "1 tag" : `${all} tags`) : `${all} tags, of which ${read} were read`;
    if (dangling.length === 0) {
        return finding("ok", "dangling", { message: `None is listed whose image is not there (${looked}).` });
    }
    const more = dangling.length - MOST_NAMED;
    const names = dangling.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
    return finding("warning", "dangling", {
        message: `Listed, and their images are not there: ${names} (${looked}).`,
        fix: "A push that a full disk cut off, or a delete, leaves such tags. Push them again, or leave them: they take no place, and a prune does not count them.",
    });
}
function describeSpeed({ read, seconds }, all) {
    const isWhole = read.length === all;
    const time = about((seconds / read.length) * all);
    const message = `Reading ${all === 1 ? "the one tag" : `all ${all} tags`}, which a run begins with, takes ${time} ` +
        (isWhole ? "(measured now)" : `(an estimate from ${read.length} reads)`) +
        "; looking again and deleting come on top.";
    return finding("ok", "speed", { message });
}
/** A time for people: `about 3 minutes`. */
function about(seconds) {
    if (seconds < 1)
        return "less than a second";
    const [number, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
    const rounded = Math.round(number);
    return `about ${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
function imageOf({ read }) {
    for (const found of read) {
        if (found === undefined || found instanceof base_errors/* PruneError */.Pc)
            continue;
        if (found.manifest.kind === "image")
            return found.digest;
        if (found.manifest.kind === "index" && found.manifest.children[0] !== undefined) {
            return found.manifest.children[0];
        }
    }
    return undefined;
}
/** What is known to go wrong with such tags on this version, where layers come from object storage or the order shows it. */
async function describeFaults(site, { tags, product, image, }) {
    if (product.kind !== "distribution")
        return [];
    const { host } = site.connection.base;
    const blobHost = image === undefined ? undefined : await attempt((0,probes/* findBlobHost */.Br)(site, image));
    if (blobHost instanceof base_errors/* PruneError */.Pc)
        return [problemOf("storage", blobHost)];
    const isElsewhere = blobHost !== undefined && blobHost !== host;
    const faults = product.major === 3 ? describeHiding(tags, isElsewhere) : describeSticking(tags, isElsewhere);
    if (!isElsewhere)
        return faults;
    const message = `Layers are sent from ${blobHost}, an object storage such as S3.`;
    return [finding("ok", "storage", { message }), ...faults];
}
const UPDATE = "Update the registry to a release after 3.1.1 that mends it (distribution issue #4891), or use 3.0.0. The hidden tags can still be pulled.";
function describeHiding(tags, isElsewhere) {
    const check = "list-order";
    switch (readOrder(tags)) {
        case "whole":
            return [];
        case "may-hide":
            return [
                finding("problem", check, {
                    message: "The list of tags may be incomplete: its order is that of Distribution 3.1 on S3, and 3.1.0 and 3.1.1 hide every tag there that begins with another (1.0.10 beside 1.0.1).",
                    fix: UPDATE,
                }),
            ];
        case "undecided":
            return isElsewhere
                ? [
                    finding("warning", check, {
                        message: "The list of tags may be incomplete: 3.1.0 and 3.1.1 on S3 hide every tag that begins with another (1.0.10 beside 1.0.1), and these tags do not show whether this is such a registry.",
                        fix: `See which version it is. ${UPDATE}`,
                    }),
                ]
                : [];
    }
}
function describeSticking(tags, isElsewhere) {
    const sticking = isElsewhere ? findSticking(tags) : undefined;
    if (sticking === undefined)
        return [];
    return [
        finding("warning", "sticking", {
            message: `On S3, Distribution 2.8 goes on listing a deleted tag while another begins with it and goes on with "-" or ".", as ${sticking.sibling} does with ${sticking.tag}.`,
            fix: "A prune deletes such tags in the order that works, and names those that stay listed, without their images. Distribution 3 has this mended.",
        }),
    ];
}

;// CONCATENATED MODULE: ./lazy/doctor/registry.js







/**
 * Looks whether a registry is ready for a prune of one repository. Nothing is deleted, and what is
 * written is cancelled. What goes wrong is a finding.
 */
async function examineRegistry({ connection, repository, identity, }) {
    const site = { connection, repository };
    const { findings, product } = await examineAccess(site, identity);
    if (product === undefined)
        return [...findings, UNSEEN];
    const reader = (0,distribution/* createDistribution */.L)(connection, ["pull"]);
    const deleter = (0,distribution/* createDistribution */.L)(connection, ["pull", "delete"]);
    const listed = await attempt(reader.listTags(repository));
    const deletes = await examineDeletes(deleter, site);
    const tags = listed instanceof base_errors/* PruneError */.Pc ? undefined : listed;
    const hasTags = tags !== undefined && tags.length > 0;
    return [
        ...findings,
        listed instanceof base_errors/* PruneError */.Pc ? problemOf("repository", listed) : describeRepository(repository, listed),
        deletes.finding,
        ...(await examineTagDeletes(site, product, deletes)),
        await examineWrites(site, deletes, hasTags),
        ...(hasTags ? await examineTags(reader, site, { tags, product }) : []),
    ];
}
/** Said where nothing after the way in could be looked at. */
const UNSEEN = finding("unknown", "rest", {
    message: "Nothing else of the registry could be looked at.",
});
function describeRepository(repository, tags) {
    if (tags === undefined) {
        return finding("warning", "repository", {
            message: `The registry does not know ${repository}: nothing was pushed to it yet, or the name is another.`,
            fix: "Push an image to it, or correct image.",
        });
    }
    const count = tags.length === 1 ? "1 tag" : `${tags.length === 0 ? "no" : tags.length} tags`;
    return finding("ok", "repository", { message: `${repository} has ${count}.` });
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
;// CONCATENATED MODULE: ./lazy/doctor/storage-rules.js


/** A value that is put in only when the file is used, as compose does with `${NAME}`. */
const storage_rules_UNSEEN = Symbol("put in later");
/** Examines what a prune and a garbage collection need of a registry's settings. Rules "measured" were tried on Distribution 2.8.2. */
function examineSettings(settings) {
    return [
        storage_rules_examineDeletes(settings),
        ...examineProxy(settings),
        ...examineReadOnly(settings),
        ...examineCache(settings),
        ...examinePurging(settings),
    ];
}
function storage_rules_examineDeletes(settings) {
    const { subject, at, where, otherwise, write } = settings;
    const check = "config-deletes";
    const path = ["storage", "delete", "enabled"];
    const enabled = at(...path);
    const line = where(...path);
    const fix = `Write ${write("storage.delete.enabled", "true")}, and start the registry anew with it.`;
    if (enabled === true)
        return finding("ok", check, { message: `${subject} turns deletes on${line}.` });
    if (enabled === storage_rules_UNSEEN || (enabled === undefined && otherwise === "unseen")) {
        const message = `${subject} leaves to something not seen here whether deletes are on${line}.`;
        return finding("unknown", check, { message, fix: "Check the file or value that decides it, too." });
    }
    if (enabled === undefined) {
        return finding("problem", check, {
            message: `${subject} does not turn deletes on, and by default they are off.`,
            fix,
        });
    }
    // Measured: the text "true" and the number 1 leave them off, and nothing is logged.
    const message = enabled === false
        ? `${subject} turns deletes off${line}.`
        : `${subject} gives storage.delete.enabled something other than true or false, which leaves deletes off${line}.`;
    return finding("problem", check, { message, fix });
}
function examineProxy({ subject, at, where }) {
    const remote = at("proxy", "remoteurl");
    if (remote === undefined || remote === null || remote === "")
        return [];
    const message = `${subject} makes the registry a pull-through cache, which can't delete${where("proxy", "remoteurl")}.`;
    const fix = "Prune the registry that it stands before. A cache forgets by itself (proxy.ttl).";
    return [finding("problem", "config-proxy", { message, fix })];
}
function examineReadOnly({ subject, at, where, write }) {
    const check = "config-readonly";
    const path = ["storage", "maintenance", "readonly"];
    const readOnly = at(...path);
    const line = where(...path);
    if (readOnly === undefined || readOnly === storage_rules_UNSEEN)
        return [];
    const enabled = (0,json/* isObject */.Gv)(readOnly) ? readOnly["enabled"] : undefined;
    // Measured: it panics at once, "readonly config key must contain additional keys" or "… must have a boolean value".
    if (!(0,json/* isObject */.Gv)(readOnly) || (enabled !== undefined && typeof enabled !== "boolean")) {
        const message = `${subject} gives storage.maintenance.readonly a wrong shape, and the registry does not start with it${line}.`;
        const fix = `Write ${write("storage.maintenance.readonly", '{"enabled":true}')}, with true or false, or leave it out.`;
        return [finding("problem", check, { message, fix })];
    }
    if (enabled !== true)
        return [];
    const message = `${subject} makes the registry read-only, and so it refuses deletes${line}.`;
    return [
        finding("problem", check, {
            message,
            fix: "Prune first, and make it read-only for the garbage collection alone.",
        }),
    ];
}
function examineCache({ subject, at, where, otherwise, write }) {
    const check = "config-cache";
    const old = at("storage", "cache", "layerinfo");
    const renamed = old === undefined
        ? []
        : [
            finding("warning", check, {
                message: `${subject} uses storage.cache.layerinfo, the old name of blobdescriptor${where("storage", "cache", "layerinfo")}.`,
                fix: "Rename it to blobdescriptor.",
            }),
        ];
    const path = ["storage", "cache", old === undefined ? "blobdescriptor" : "layerinfo"];
    // The configuration that the official images bring has a cache in memory.
    const cache = at(...path) ?? (otherwise === "image" ? "inmemory" : undefined);
    return [
        ...renamed,
        ...judgeCache({
            subject,
            cache,
            line: where(...path),
            off: write("storage.cache.blobdescriptor", "none"),
        }),
    ];
}
/** Measured on 2.8.2 and 3.1.1: pushes after a collection rely on what the cache still names; with it off all is well. */
function judgeCache({ subject, cache, line, off }) {
    const check = "config-cache";
    if (cache === "inmemory") {
        const message = `${subject} keeps what blobs there are in memory, so after a garbage collection under a running registry pushes succeed that can't be pulled${line}.`;
        const fix = `Restart the registry after each collection, or turn the cache off, which costs nothing on a disk: ${off}.`;
        return [finding("warning", check, { message, fix })];
    }
    if (cache === "redis") {
        const message = `${subject} keeps what blobs there are in Redis, which a restart after a garbage collection does not clear${line}.`;
        const fix = `Flush that Redis database after each collection, or turn the cache off: ${off}.`;
        return [finding("warning", check, { message, fix })];
    }
    return [];
}
// Go's time.ParseDuration, which has no days.
const DURATION = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
function examinePurging({ subject, at, where, write }) {
    const path = ["storage", "maintenance", "uploadpurging"];
    const purging = at(...path);
    if (purging === undefined || purging === storage_rules_UNSEEN)
        return [];
    const check = "config-purging";
    const form = write("storage.maintenance.uploadpurging", '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}');
    const fix = `All four keys are asked for, as in ${form}.`;
    if (!(0,json/* isObject */.Gv)(purging)) {
        const message = `${subject} gives storage.maintenance.uploadpurging a wrong shape, and the registry does not start with it${where(...path)}.`;
        return [finding("problem", check, { message, fix })];
    }
    // Measured: with `enabled: false` nothing else of it is looked at.
    if (purging["enabled"] === false)
        return [];
    const stops = ["age", "interval", "dryrun"].flatMap((key) => {
        const wrong = wrongPurging(key, purging[key]);
        return wrong === undefined ? [] : [`${key} ${wrong}`];
    });
    if (stops.length > 0) {
        const message = `${subject} has upload purging of which ${stops.join(", ")}, and the registry does not start with it${where(...path)}.`;
        return [finding("problem", check, { message, fix })];
    }
    if (purging["enabled"] === true)
        return [];
    // Measured: it starts, and purges, the text "false" included; the documentation asks for the key.
    const message = `${subject} has upload purging whose enabled is not true or false, which counts as true${where(...path)}.`;
    return [finding("warning", check, { message, fix })];
}
/** What is wrong with a value of it; measured: the registry panics of each. */
function wrongPurging(key, value) {
    if (value === undefined)
        return "is missing";
    if (key === "dryrun")
        return typeof value === "boolean" ? undefined : "is not true or false";
    if (typeof value !== "string")
        return "is no text with a unit";
    return DURATION.test(value) ? undefined : "is no duration that Go reads (such as 168h; it has no days)";
}

// EXTERNAL MODULE: ./lazy/yaml/yaml-source.js
var yaml_source = __webpack_require__(9444);
;// CONCATENATED MODULE: ./lazy/doctor/environment.js




/** Reads an `environment:` in either form that compose knows: a mapping, or a list of `NAME=value`. */
function readVariables(environment, lineOf) {
    const entries = Array.isArray(environment)
        ? environment.map((entry, index) => [index, ...splitEntry(entry)])
        : Object.entries((0,json/* isObject */.Gv)(environment) ? environment : {}).map(([name, value]) => [name, name, value]);
    return entries.flatMap(([step, name, value]) => {
        if (typeof name !== "string" || !name.startsWith("REGISTRY_"))
            return [];
        const line = lineOf(step);
        const text = value === null || value === undefined ? undefined : textOf(value);
        return [
            { name, ...(text === undefined ? {} : { value: text }), ...(line === undefined ? {} : { line }) },
        ];
    });
}
function splitEntry(entry) {
    if (typeof entry !== "string")
        return [undefined, undefined];
    const equals = entry.indexOf("=");
    return equals === -1 ? [entry, undefined] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
function textOf(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
// Measured, 2.8 and 3.x: a variable below one of these makes the registry panic at its start or, where the file has the
// section, is not heeded.
const WHOLE = /^(?<whole>REGISTRY_STORAGE_MAINTENANCE_(?:READONLY|UPLOADPURGING))_/;
/** The variables that don't do what their names say. */
function examineVariables(subject, variables) {
    return variables.flatMap(({ name, line }) => {
        const whole = WHOLE.exec(name)?.groups?.["whole"];
        if (whole === undefined)
            return [];
        const form = whole.endsWith("READONLY")
            ? '{"enabled":true}'
            : '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}';
        return [
            finding("problem", "config-environment", {
                message: `${subject} sets ${name}, with which the registry does not start or which it does not heed${lineText(line)}.`,
                fix: `Give the section as a whole: ${whole}=${form}`,
            }),
        ];
    });
}
/**
 * The settings that variables make: `REGISTRY_STORAGE_DELETE_ENABLED` is `storage.delete.enabled`, and a value is YAML
 * (Distribution's documentation, "Override specific configuration options").
 */
function settingsOf(variables, { subject, otherwise }) {
    const find = (path) => {
        for (let length = path.length; length > 0; length -= 1) {
            const name = environment_nameOf(path.slice(0, length));
            const variable = variables.find((one) => one.name === name);
            if (variable === undefined)
                continue;
            const value = valueAt(parseValue(variable.value), path.slice(length));
            // REGISTRY_STORAGE=s3 says nothing of what is below it.
            if (value === undefined)
                continue;
            return { value, ...(variable.line === undefined ? {} : { line: variable.line }) };
        }
        return { value: undefined };
    };
    return {
        subject,
        otherwise,
        at: (...path) => find(path).value,
        where: (...path) => lineText(find(path).line),
        write: (path, value) => `${environment_nameOf(path.split("."))}=${value}`,
    };
}
/** ` (line 3)`, or nothing where it is not known. */
function lineText(line) {
    return line === undefined ? "" : ` (line ${line})`;
}
/** The value at a path within a parsed value. */
function valueAt(value, path) {
    return path.reduce((found, key) => (found === storage_rules_UNSEEN ? storage_rules_UNSEEN : (0,json/* isObject */.Gv)(found) ? found[key] : undefined), value);
}
function environment_nameOf(path) {
    return ["registry", ...path].join("_").toUpperCase();
}
function parseValue(text) {
    // Compose puts $NAME and ${NAME} in; $$ is a dollar sign.
    if (text === undefined || /(?<!\$)(?:\$\$)*\$(?!\$)/.test(text))
        return storage_rules_UNSEEN;
    const source = (0,yaml_source/* readYaml */.g)(text, "1.1");
    return source.kind === "read" ? source.value : text;
}

;// CONCATENATED MODULE: ./lazy/doctor/registry-config.js





const registry_config_CHECK = "registry-config";
/**
 * Examines a registry's configuration (`config.yml`), or a compose file whose services have it in their `environment`.
 * @param text YAML
 */
function examineRegistryConfig(text) {
    const source = (0,yaml_source/* readYaml */.g)(text, "1.1");
    if (source.kind === "broken") {
        const fix = "Correct it; a registry does not start with it either.";
        return source.errors.map((error) => finding("problem", registry_config_CHECK, { message: `It is not YAML: ${error}.`, fix }));
    }
    const { value } = source;
    if ((0,json/* isObject */.Gv)(value) && (0,json/* isObject */.Gv)(value["services"]))
        return examineCompose(source, value["services"]);
    if ((0,json/* isObject */.Gv)(value) && "environment" in value && !("storage" in value)) {
        return examineService(source, { name: "environment", path: [], service: value });
    }
    if ((0,json/* isObject */.Gv)(value) && (0,json/* isObject */.Gv)(value["storage"]))
        return examineSettings(settingsOfFile(source));
    const message = "It is neither a registry's configuration, which has a storage section, nor a compose file.";
    const fix = "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or its compose file.";
    return [finding("problem", registry_config_CHECK, { message, fix })];
}
function settingsOfFile({ value, lineOf }) {
    return {
        subject: "The configuration",
        otherwise: "program",
        at: (...path) => valueAt(value, path),
        where: (...path) => lineText(lineOf(path)),
        write: (path, wanted) => `${path}: ${wanted}`,
    };
}
function examineCompose(source, services) {
    const registries = Object.entries(services).flatMap(([name, service]) => (0,json/* isObject */.Gv)(service) && isRegistry(service) ? [{ name, path: ["services", name], service }] : []);
    if (registries.length === 0) {
        const message = "No service of the compose file is a registry: none has its image, and none sets its variables.";
        return [finding("unknown", registry_config_CHECK, { message, fix: "Give the file that the registry is started with." })];
    }
    return registries.flatMap((service) => examineService(source, service));
}
// Programs beside a registry take variables such as REGISTRY_URL, so only sections of its configuration count.
const SECTION = /^REGISTRY_(?:STORAGE|HTTP|AUTH|PROXY|LOG|HEALTH|NOTIFICATIONS)(?:_|$)/;
function isRegistry(service) {
    const image = (0,json/* textAt */.$6)(service, "image") ?? "";
    const variables = readVariables(service["environment"], () => undefined);
    return isOfficial(image) || variables.some(({ name }) => SECTION.test(name));
}
/** `registry:2`, `docker.io/library/registry@sha256:…`, `ghcr.io/distribution/distribution:3`. */
function isOfficial(image) {
    return /^(?:(?:docker\.io\/)?(?:library\/)?registry|(?:[^/]+\/)?distribution\/distribution)(?:[:@]|$)/.test(image);
}
function examineService(source, { name, path, service }) {
    const subject = path.length === 0 ? "The environment" : `Service ${name}`;
    const lineOf = (step) => source.lineOf([...path, "environment", step]);
    const variables = readVariables(service["environment"], lineOf);
    const otherwise = hasOwnFile(service) ? "unseen" : "image";
    return [
        ...examineVariables(subject, variables),
        ...examineSettings(settingsOf(variables, { subject, otherwise })),
    ];
}
/** Whether something that is not seen here can decide what the variables do not: a configuration, or more variables. */
function hasOwnFile(service) {
    const volumes = JSON.stringify([service["volumes"], service["configs"]]);
    const isMounted = /\/etc\/(?:docker\/registry|distribution)\b/.test(volumes);
    const isUnseen = ["command", "env_file", "extends", "build"].some((key) => key in service);
    return isMounted || isUnseen || !isOfficial((0,json/* textAt */.$6)(service, "image") ?? "");
}

// EXTERNAL MODULE: ../../node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(7415);
;// CONCATENATED MODULE: ./lazy/doctor/s3-grants.js
/** What a registry needs of S3: Distribution's documentation of its S3 driver, "S3 permission scopes". On the bucket itself: */
const BUCKET_ACTIONS = [
    "s3:ListBucket",
    "s3:GetBucketLocation",
    "s3:ListBucketMultipartUploads",
];
/** And on the objects in it: */
const OBJECT_ACTIONS = [
    "s3:PutObject",
    "s3:GetObject",
    "s3:DeleteObject",
    "s3:ListMultipartUploadParts",
    "s3:AbortMultipartUpload",
];
/** Reads a statement (IAM reference, "Grammar of the IAM JSON policy language": actions ignore case, `*` and `?` are wildcards). */
function readStatement(statement) {
    const { Effect: effect } = statement;
    const actions = textsOf(statement["Action"]).map((pattern) => wildcard(pattern.toLowerCase()));
    const unjudged = [
        ...(effect === "Deny" ? ["Deny"] : []),
        ...["NotAction", "NotResource", "NotPrincipal", "Condition"].filter((key) => key in statement),
    ].join(", ");
    return {
        ...(unjudged === "" ? {} : { unjudged }),
        resources: textsOf(statement["Resource"]),
        allows: (action) => effect === "Allow" &&
            ("NotAction" in statement || actions.some((pattern) => pattern.test(action.toLowerCase()))),
    };
}
/** Judges one action on one resource. */
function judge(statements, action, resource) {
    const naming = statements.filter(({ allows }) => allows(action));
    const judged = naming.filter(({ unjudged }) => unjudged === undefined);
    // A name that nobody gives an object: a resource is granted as a whole only by a pattern that ends in a wildcard.
    const sample = resource.replace(/\*$/, "\u0000".repeat(8));
    const isOn = ({ resources }) => resources.some((pattern) => wildcard(pattern).test(sample));
    if (judged.some(isOn))
        return { kind: "granted" };
    if (judged.length < naming.length)
        return { kind: "unjudged" };
    const [statement] = judged;
    return statement === undefined ? { kind: "missing" } : { kind: "elsewhere", statement };
}
/** The bucket and prefix that a policy is about: of all that it names, those for which it lacks the least. */
function chooseTarget(statements) {
    const targets = statements.flatMap(({ resources }) => resources.flatMap(targetsOf));
    const [first, ...others] = targets;
    if (first === undefined)
        return undefined;
    return others.reduce((best, target) => (lackOf(statements, target) < lackOf(statements, best) ? target : best), first);
}
/** What has to be added, for the bucket and for the objects. */
function missingFor(statements, target) {
    const lacking = (actions, resource) => ({
        resource,
        actions: actions.filter((action) => ["elsewhere", "missing"].includes(judge(statements, action, resource).kind)),
    });
    return [lacking(BUCKET_ACTIONS, target.bucket), lacking(OBJECT_ACTIONS, target.objects)];
}
function lackOf(statements, target) {
    return missingFor(statements, target).reduce((sum, { actions }) => sum + actions.length, 0);
}
/** What a resource may be meant for: the whole bucket, and the prefix that it names. */
function targetsOf(resource) {
    if (resource === "*")
        return [{ bucket: "arn:aws:s3:::*", objects: "arn:aws:s3:::*/*" }];
    const parts = /^(?<bucket>arn:aws[a-z-]*:s3:::[^/]+)(?:\/(?<path>.*))?$/.exec(resource)?.groups;
    const bucket = parts?.["bucket"];
    if (bucket === undefined)
        return [];
    const whole = { bucket, objects: `${bucket}/*` };
    const path = parts?.["path"] ?? "*";
    return path !== "*" && path.endsWith("*") ? [whole, { bucket, objects: `${bucket}/${path}` }] : [whole];
}
function textsOf(value) {
    const values = Array.isArray(value) ? value : [value];
    return values.filter((text) => typeof text === "string");
}
function wildcard(pattern) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*+/g, "[^]*")
        .replace(/\?/g, "[^]");
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./lazy/doctor/s3-policy.js




const s3_policy_CHECK = "s3-policy";
const VERSION = "2012-10-17";
/**
 * Examines the IAM or bucket policy that a registry works with on S3. What it needs is in Distribution's documentation of its
 * S3 driver ("S3 permission scopes"). What JSON does not allow is told with its line, and the rest is examined all the same.
 */
function examineS3Policy(file) {
    // A byte order mark, which editors put there unseen, is none of the policy's own text.
    const text = file.replace(/^\uFEFF/, "");
    const errors = [];
    const tree = (0,main.parseTree)(text, errors, { disallowComments: true, allowTrailingComma: false });
    const value = tree === undefined ? undefined : (0,main.getNodeValue)(tree);
    const broken = errors.map((error) => describeSyntax(text, error));
    const statements = statementsOf(value);
    if (!(0,json/* isObject */.Gv)(value) || statements.length === 0) {
        const message = "It is not a policy: a JSON object with a Statement is asked for.";
        const fix = "Give the policy's own document, as the console's JSON editor shows it.";
        return { findings: [...broken, finding("problem", s3_policy_CHECK, { message, fix })] };
    }
    const read = statements.map(readStatement);
    const target = chooseTarget(read);
    if (target === undefined) {
        const message = "No statement of it names a bucket, as arn:aws:s3:::bucket.";
        const fix = "Name the bucket that the registry's configuration has (storage.s3.bucket).";
        return { findings: [...broken, ...describeUnjudged(read), finding("problem", s3_policy_CHECK, { message, fix })] };
    }
    const missing = missingFor(read, target);
    const version = value["Version"] === VERSION ? [] : [describeVersion(value["Version"])];
    const findings = [...broken, ...version, ...describeUnjudged(read), ...describeGrants(read, target)];
    const isRight = broken.length === 0 && version.length === 0 && missing.every(({ actions }) => actions.length === 0);
    if (isRight)
        return { findings };
    return { findings, corrected: correct(value, statements, missing) };
}
/** A policy's `Statement` is one object, or a list of them. */
function statementsOf(policy) {
    const written = (0,json/* isObject */.Gv)(policy) ? policy["Statement"] : undefined;
    return (Array.isArray(written) ? written : [written]).filter(json/* isObject */.Gv);
}
function describeSyntax(text, { error, offset }) {
    // The parser complains of what stands where something was to come after a comma; the comma is what is wrong.
    const comma = /,\s*$/.exec(text.slice(0, offset))?.index;
    const isErrant = comma !== undefined && ["", ",", "]", "}"].includes(text.charAt(offset));
    const before = text.slice(0, isErrant ? comma : offset);
    const where = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
    const what = isErrant ? "there is a comma with nothing after it" : spell((0,main.printParseErrorCode)(error));
    return finding("problem", `${s3_policy_CHECK}-syntax`, {
        message: `It is not JSON: ${what} (${where}).`,
        fix: isErrant ? "Take the comma out." : "Correct it; the corrected policy shows how it was understood.",
    });
}
/** `CommaExpected` → `comma expected`. */
function spell(code) {
    return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
function describeVersion(version) {
    const now = typeof version === "string" ? `is ${version}` : "is not given, which means 2008-10-17";
    return finding("warning", `${s3_policy_CHECK}-version`, {
        message: `The policy's Version ${now}.`,
        fix: `Write "Version": "${VERSION}", the current one.`,
    });
}
/** What no reading of the text alone can judge. */
function describeUnjudged(statements) {
    return statements.flatMap(({ unjudged }, index) => unjudged === undefined
        ? []
        : [
            finding("unknown", `${s3_policy_CHECK}-unjudged`, {
                message: `Statement ${index + 1} can't be judged here, because of its ${unjudged}.`,
                fix: "Try what the registry needs in the IAM policy simulator.",
            }),
        ]);
}
function describeGrants(statements, target) {
    const needs = [
        { check: `${s3_policy_CHECK}-bucket`, actions: BUCKET_ACTIONS, on: target.bucket, what: "the bucket itself" },
        { check: `${s3_policy_CHECK}-objects`, actions: OBJECT_ACTIONS, on: target.objects, what: "the bucket's objects" },
    ];
    return needs.flatMap((need) => {
        const lacking = need.actions.flatMap((action) => {
            const grant = judge(statements, action, need.on);
            return grant.kind === "granted" ? [] : [describeLacking(need, action, grant)];
        });
        if (lacking.length > 0)
            return lacking;
        return [finding("ok", need.check, { message: `All that the registry needs is allowed on ${need.on}.` })];
    });
}
function describeLacking({ check, on, what }, action, grant) {
    const fix = `Allow it with "Resource": "${on}".`;
    switch (grant.kind) {
        case "unjudged":
            return finding("unknown", check, {
                message: `${action} on ${what}, ${on}, is allowed only by a statement that can't be judged here.`,
            });
        case "elsewhere": {
            const others = grant.statement.resources.join(", ");
            return finding("problem", check, {
                message: `${action} is allowed on ${others}, and has to be on ${what}, ${on}.`,
                fix,
            });
        }
        case "missing":
            return finding("problem", check, { message: `${action} is not allowed on ${what}, ${on}.`, fix });
    }
}
/** The policy with what is missing added at its end; nothing is taken away. */
function correct(policy, statements, missing) {
    // In a bucket's own policy every statement names whom it is for.
    const principal = statements.find(({ Effect, Principal }) => Effect === "Allow" && Principal !== undefined)?.["Principal"];
    const added = missing
        .filter(({ actions }) => actions.length > 0)
        .map(({ actions, resource }) => ({
        Effect: "Allow",
        ...(principal === undefined ? {} : { Principal: principal }),
        Action: actions,
        Resource: resource,
    }));
    const corrected = { ...policy, Version: VERSION, Statement: [...statements, ...added] };
    return `${JSON.stringify(corrected, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var credentials = __webpack_require__(9798);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __webpack_require__(9592);
// EXTERNAL MODULE: ./lazy/registry/open.js + 7 modules
var registry_open = __webpack_require__(7110);
// EXTERNAL MODULE: ./lazy/settings/read/github.js
var read_github = __webpack_require__(3595);
// EXTERNAL MODULE: ./lazy/commands/connection.js
var connection = __webpack_require__(8364);
;// CONCATENATED MODULE: ./lazy/commands/check.js














/**
 * Looks whether a registry, its configuration and its bucket's policy are ready for a prune. Deletes nothing, and cancels
 * the one thing that it writes. What goes wrong is a finding; `isReady` sums them up.
 */
async function check(settings, hooks) {
    const { image, registryConfig, s3Policy } = settings;
    const ofRegistry = image === undefined ? [] : await checkImage(image, settings, hooks);
    const ofConfig = await examineFile("registry-config", registryConfig, (text) => ({
        findings: examineRegistryConfig(text),
    }));
    const ofPolicy = await examineFile("s3-policy", s3Policy, examineS3Policy);
    return {
        ...(image === undefined ? {} : { image: `${image.host}/${image.repository}` }),
        findings: [...ofRegistry, ...ofConfig.findings, ...ofPolicy.findings],
        ...(ofPolicy.corrected === undefined ? {} : { correctedS3Policy: ofPolicy.corrected }),
    };
}
function checkImage(image, settings, hooks) {
    return (0,read_github/* isGitHub */.Wz)(image.host, settings.github)
        ? checkPackage(image, settings, hooks)
        : checkRegistry(image, settings, hooks);
}
async function checkPackage(image, settings, hooks) {
    const opened = await attempt((0,registry_open/* openGitHub */.o)({ ...(0,connection/* connectionTo */.m)(settings, image, hooks), rights: ["pull"] }));
    if (opened instanceof base_errors/* PruneError */.Pc)
        return [problemOf("signed-in", opened), UNSEEN];
    try {
        return await examinePackage({ ...opened, repository: image.repository });
    }
    finally {
        opened.registry.close();
    }
}
async function checkRegistry({ host, scheme, repository }, { login, plainHttp, concurrency }, hooks) {
    const identity = await attempt(identify(host, login));
    if (identity instanceof base_errors/* PruneError */.Pc)
        return [problemOf("signed-in", identity), UNSEEN];
    const connection = await (0,connection_connection/* connect */.N)({
        host,
        ...(scheme === undefined ? {} : { scheme }),
        credentials: identity.credentials,
        plainHttp,
        concurrency,
        userAgent: hooks.userAgent,
        onSecret: hooks.onSecret,
    });
    try {
        return await examineRegistry({ connection, repository, identity });
    }
    finally {
        connection.close();
    }
}
async function identify(host, login) {
    return login === undefined
        ? { credentials: await (0,credentials/* dockerCredentials */.d)(host), source: "docker" }
        : { credentials: { kind: "password", ...login }, source: "given" };
}
async function examineFile(name, path, examine) {
    if (path === undefined)
        return { findings: [] };
    let text;
    try {
        text = await (0,promises_.readFile)(path, "utf8");
    }
    catch (cause) {
        const message = `The file that ${name} names, ${path}, can't be read (${(0,network_errors/* codeOf */.$N)(cause)}).`;
        const fix = "Check its path, and that the user that runs this may read it.";
        return { findings: [finding("problem", name, { message, fix })] };
    }
    return examine(text);
}

// EXTERNAL MODULE: ./lazy/report/words/wording.js
var wording = __webpack_require__(8900);
;// CONCATENATED MODULE: ./lazy/report/verbs/check.js



const KIND_WIDTH = "problem  ".length;
/** Lines for a terminal: the kind, the check and the sentence of each finding, its next step below, and what it comes to. */
function renderCheck(result) {
    const width = Math.max(...result.findings.map(({ check }) => check.length), 0) + 2;
    const lines = result.findings.flatMap(({ kind, check, message, fix }) => [
        kind.padEnd(KIND_WIDTH) + check.padEnd(width) + message,
        ...linesOf(fix).map((line) => " ".repeat(KIND_WIDTH + width) + line),
    ]);
    return [...lines, ...policyLines(result), verdictOf(result), ""].join("\n");
}
function policyLines({ correctedS3Policy }) {
    return correctedS3Policy === undefined ? [] : ["", "The S3 policy, corrected:", correctedS3Policy];
}
/** One JSON object, on lines of its own: `ready`, `findings`, and `image` and `correctedS3Policy` where there are such. */
function renderCheckJson({ image, findings, correctedS3Policy }) {
    const ready = isReady(findings);
    return `${JSON.stringify({ ready, image, findings, correctedS3Policy }, undefined, 2)}\n`;
}
// GitHub throws a step's whole summary away above 1 MiB.
const MAX_BYTES = (/* unused pure expression or super */ null && (900 * 1024));
/** The job summary: GitHub's Markdown, escaped, cut under the size that GitHub takes. */
function renderCheckSummary(result) {
    const rows = [];
    let bytes = Buffer.byteLength(result.correctedS3Policy ?? "") * 6;
    for (const found of result.findings) {
        const row = renderRow(found);
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > MAX_BYTES)
            break;
        rows.push(row);
    }
    const left = result.findings.length - rows.length;
    const table = ["| | check | finding |", "| --- | --- | --- |", ...rows].join("\n");
    const cut = left === 0 ? [] : [`… and ${left} more; the log has them all.`];
    return `${[`### ${escape(verdictOf(result))}`, table, ...cut, ...policyParts(result)].join("\n\n")}\n`;
}
function renderRow({ kind, check, message, fix }) {
    const isBad = kind === "problem" || kind === "warning";
    const steps = linesOf(fix).map((line) => `<br>${escape(line)}`);
    return `| ${isBad ? `**${kind}**` : kind} | <code>${escape(check)}</code> | ${escape(message)}${steps.join("")} |`;
}
function policyParts({ correctedS3Policy }) {
    if (correctedS3Policy === undefined)
        return [];
    // A line break ends the pre element's line, not the element; a blank line, which would, JSON text has none of.
    const lines = correctedS3Policy.trimEnd().split("\n").map(escape);
    return ["The S3 policy, corrected:", `<pre>\n${lines.join("\n")}\n</pre>`];
}
/** What it comes to, in one sentence. */
function verdictOf({ image, findings }) {
    const of = (kind) => findings.filter((found) => found.kind === kind).length;
    const [problems, warnings] = [of("problem"), of("warning")];
    const name = image === undefined ? "" : `${image}: `;
    const beside = warnings === 0 ? "" : `, with ${(0,wording/* count */.U9)(warnings, "warning")}`;
    return isReady(findings)
        ? `${name}ready${beside}.`
        : `${name}not ready: ${(0,wording/* count */.U9)(problems, "problem")}${beside}.`;
}
/** Lines of a next step. What is quoted there can't begin a line, nor put control characters into a terminal. */
function linesOf(text) {
    if (text === undefined)
        return [];
    return text.split("\n").map((line) => line.replace(/[\u0000-\u001f\u007f]+/g, " ").trimEnd());
}

;// CONCATENATED MODULE: ./lazy/cli/check.js




/** Says whether a registry is ready, and returns the exit code. */
async function runCheck(line, settings) {
    const result = await check(settings, (0,terminal/* openConnection */.JY)());
    (0,terminal/* print */.yy)(line.json ? renderCheckJson(result) : renderCheck(result));
    return isReady(result.findings) ? terminal/* EXIT_CODES */.ai.done : terminal/* EXIT_CODES */.ai.failed;
}


/***/ }),

/***/ 9444:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3483);

/** Reads YAML of a version: in 1.1, which Distribution's reader speaks (measured on 2.8.2), `yes` and `on` mean true. */
function readYaml(text, version) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { version, lineCounter: lines, prettyErrors: false });
    const errors = [
        ...document.errors.map(({ code, message, pos: [offset] }) => ({
            offset,
            message: WORDS[code] ?? message,
        })),
        ...danglingAliases(document),
    ];
    if (errors.length > 0) {
        const told = errors.map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`);
        return { kind: "broken", errors: told };
    }
    try {
        const value = document.toJS();
        const lineOf = (path) => {
            const offset = offsetOf(document.contents, path, (node) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.resolve(document) : node);
            return offset === undefined ? undefined : lines.linePos(offset).line;
        };
        return { kind: "read", value, lineOf };
    }
    catch (error) {
        // Too many aliases.
        return { kind: "broken", errors: [error instanceof Error ? error.message : String(error)] };
    }
}
// The library's own words name a function of its own.
const WORDS = {
    MULTIPLE_DOCS: "A second document begins here, and there may be one only",
};
/** Aliases without an anchor, which the library says by throwing, the first alone, and without its line. */
function danglingAliases(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_key, alias) => {
            if (alias.source === "" || alias.resolve(document) !== undefined)
                return;
            const message = `*${alias.source} is an alias, and there is no anchor &${alias.source} before it`;
            found.push({ offset: alias.range?.[0] ?? 0, message });
        },
    });
    return found;
}
/** Where the key of a path's last step stands, or its item. */
function offsetOf(root, path, resolve) {
    let node = root;
    let offset;
    for (const step of path) {
        const collection = resolve(node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(collection)) {
            const pair = collection.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === String(step));
            offset = startOf(pair?.key);
            node = pair?.value;
        }
        else {
            node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(collection) ? collection.items[Number(step)] : undefined;
            offset = startOf(node);
        }
        if (offset === undefined)
            return undefined;
    }
    return offset;
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}


/***/ })

};
