export const id = 971;
export const ids = [971];
export const modules = {

/***/ 6971:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endOfUnknown: () => (/* binding */ endOfUnknown),
  endOfUnmatched: () => (/* binding */ endOfUnmatched)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ../../node_modules/leven/index.js
var leven = __webpack_require__(9357);
;// CONCATENATED MODULE: ./lazy/core/base/near-name.js

function nearName(name, known) {
    if (known.includes(name))
        return undefined;
    const slips = known
        .map((other) => ({ other, distance: (0,leven/* default */.A)(name, other) }))
        .filter(({ other, distance }) => distance <= mostSlips(Math.min(name.length, other.length)));
    const [nearest] = slips.sort((a, b) => a.distance - b.distance);
    if (nearest !== undefined)
        return nearest.other;
    const [elsewhere, ...others] = known.filter((other) => lastPart(other) === lastPart(name));
    return others.length === 0 ? elsewhere : undefined;
}
function mostSlips(length) {
    if (length < 3)
        return 0;
    if (length < 4)
        return 1;
    return length < 12 ? 2 : 3;
}
function lastPart(name) {
    return name.slice(name.lastIndexOf("/") + 1);
}

// EXTERNAL MODULE: ./lazy/core/names/glob.js + 1 modules
var glob = __webpack_require__(1147);
// EXTERNAL MODULE: ./lazy/report/words/missing.js
var missing = __webpack_require__(3664);
// EXTERNAL MODULE: ./lazy/commands/deletion/places.js
var places = __webpack_require__(4845);
;// CONCATENATED MODULE: ./lazy/commands/deletion/missing.js





async function endOfUnknown(place, by, { registries }) {
    const { host, repository } = place.target;
    const { registry } = await registries.at(place.reference);
    const named = (0,places/* placesOf */.e)(by.images).filter(({ target }) => target.host === host);
    const names = named.map(({ target }) => target.repository).filter((name) => name !== repository);
    const catalog = await registries.neighboursOf(place.reference, repository);
    const outcome = { kind: "nothing", repository: (0,places/* nameOfPlace */.A)(place) };
    if (catalog?.includes(repository) === true)
        return { ...outcome, why: "no-tags" };
    const near = catalog === undefined ? await knownNear(registry, repository, names) : nearName(repository, catalog);
    const isMissing = { ...outcome, why: "unknown-repository" };
    return orFailure(near === undefined ? isMissing : { ...isMissing, near: `${host}/${near}` }, by.ifMissing);
}
function endOfUnmatched(glob, catalog, ifMissing) {
    const { host, pattern } = glob;
    const near = nearPattern(pattern, catalog);
    const outcome = { kind: "nothing", repository: `${host}/${pattern}`, why: "no-match" };
    return orFailure(near === undefined ? outcome : { ...outcome, near: `${host}/${near}` }, ifMissing);
}
function orFailure(outcome, ifMissing) {
    const { repository, why, near } = outcome;
    if (ifMissing === "warn")
        return outcome;
    const error = new errors/* PruneError */.Pc(missing/* MISSING */.lV[why === "no-match" ? why : "unknown-repository"], `${(0,missing/* describeNear */.AE)(near)}Nothing was deleted there. Correct image, push to it first, or set if-missing: warn.`);
    return { kind: "failed", repository, error, isMissing: true };
}
async function knownNear(registry, repository, names) {
    const near = names.find((name) => name === nearName(repository, names));
    if (near === undefined)
        return undefined;
    const tags = await registry.listTags(near).catch(() => undefined);
    return tags === undefined ? undefined : near;
}
function nearPattern(pattern, catalog) {
    const parts = pattern.split("/");
    const fixed = parts.findIndex(glob/* isGlob */.fg);
    const folders = catalog.map((name) => name.split("/")).filter(({ length }) => length > fixed);
    const known = new Set(folders.map((folder) => folder.slice(0, fixed).join("/")));
    const near = nearName(parts.slice(0, fixed).join("/"), [...known]);
    return near === undefined || fixed === 0 ? undefined : [near, ...parts.slice(fixed)].join("/");
}


/***/ })

};
