export const id = 2790;
export const ids = [2790];
export const modules = {

/***/ 409:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    orderWithCare: () => (  orderWithCare)
  });
  var _image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
  var _longer_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5867);


function orderWithCare(deletions, listed) {
    const going = new Map(deletions.flatMap((each) => each.tags.map((tag) => [tag, each])));
    const longerNames = (0,_longer_names_js__WEBPACK_IMPORTED_MODULE_1__  .J3)(listed);
    const reach = new Map(deletions.map((each) => [each, (0,_longer_names_js__WEBPACK_IMPORTED_MODULE_1__  .xw)(each, longerNames)]));
    const reached = (deletion) => reach.get(deletion) ?? [];
    const isRisky = (deletion) => reached(deletion).some((tag) => !going.has(tag));
    const byDigest = new Map(deletions.flatMap((each) => (each.kind === "manifest" ? [[each.digest, each]] : [])));
    const longer = (deletion) => reached(deletion).flatMap((tag) => going.get(tag) ?? []);
    const parents = ({ parents: digests }) => digests.flatMap((digest) => byDigest.get(digest) ?? []);
    const harmless = deletions.filter((each) => !isRisky(each));
    const risky = deletions.filter(isRisky);
    const ordered = (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  ._o)((0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  ._o)([...harmless, ...risky], longer), parents);
    if (risky.length === 0)
        return { deletions: ordered };
    const trial = trialAmong(harmless, { going, reached, members: membersIn(deletions) });
    if (trial === undefined)
        return { deletions: ordered };
    const { first, second } = trial;
    const others = ordered.filter((each) => each !== second);
    return { deletions: others.flatMap((each) => (each === first ? [first, second] : [each])), trial };
}
function membersIn(deletions) {
    return new Set(deletions.flatMap(({ parents }) => parents));
}
function trialAmong(harmless, input) {
    const candidates = new Set(harmless.filter((each) => standsAlone(each, input.members)));
    for (const second of candidates) {
        if (second.kind !== "manifest")
            continue;
        for (const tag of second.tags) {
            const first = nextShorter(tag, second, input.going);
            if (first?.kind === "manifest" && candidates.has(first) && isAlone({ first, second, tag }, input)) {
                return { first, second, tag };
            }
        }
    }
    return undefined;
}
function standsAlone(deletion, members) {
    return deletion.kind === "manifest" && deletion.parents.length === 0 && !members.has(deletion.digest);
}
function nextShorter(tag, own, going) {
    const shorter = startersOf(tag, going).findLast((each) => each !== own);
    const hasSeparator = shorter?.tags.some((name) => tag.startsWith(`${name}-`) || tag.startsWith(`${name}.`));
    return hasSeparator === false ? shorter : undefined;
}
function isAlone({ first, second }, { going, reached }) {
    const others = second.tags.flatMap((tag) => startersOf(tag, going)).filter((each) => each !== first);
    const areLater = others.every((each) => each === second || reached(each).some((tag) => first.tags.includes(tag)));
    return areLater && reached(first).every((tag) => going.get(tag)?.parents.length === 0);
}
function startersOf(tag, going) {
    return Array.from({ length: tag.length }, (_, end) => going.get(tag.slice(0, end)) ?? []).flat();
}


/***/ })

};
