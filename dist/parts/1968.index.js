export const id = 1968;
export const ids = [1968];
export const modules = {

/***/ 1968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  repositories: () => (  repositories)
});

var p_map = __webpack_require__(1773);
var errors = __webpack_require__(6846);
var reference = __webpack_require__(1033);
; 
function weightOf({ tags = 0 }) {
    return tags + 1;
}
function shardsOf(repositories, most) {
    const heaviestFirst = [...repositories].sort((a, b) => weightOf(b) - weightOf(a) || byText(a.name, b.name));
    const shards = Array.from({ length: Math.min(most, repositories.length) }, () => ({
        repositories: [],
        weight: 0,
    }));
    for (const repository of heaviestFirst) {
        const lightest = shards.reduce((found, shard) => (shard.weight < found.weight ? shard : found));
        lightest.repositories.push(repository);
        lightest.weight += weightOf(repository);
    }
    for (const shard of shards)
        shard.repositories.sort((a, b) => byText(a.name, b.name));
    return shards;
}
function byText(a, b) {
    return a < b ? -1 : Number(a > b);
}

var access = __webpack_require__(8899);
var find_places = __webpack_require__(5135);
var deletion_places = __webpack_require__(4845);
; 







async function repositories(settings, hooks) {
    const registries = new access .u({ ...settings, dryRun: true, untag: "never" }, hooks);
    try {
        const places = await findAll(settings, registries);
        const unweighed = [];
        const weigh = async (place) => {
            const name = (0,deletion_places .A)(place);
            try {
                const { registry } = await registries.at(place.reference);
                return { name, tags: (await registry.listTags(place.target.repository))?.length ?? 0 };
            }
            catch (error) {
                if (!(error instanceof errors .Pc))
                    throw error;
                unweighed.push({ name, error });
                return { name };
            }
        };
        const weighed = await (0,p_map .Ay)(places, weigh, { concurrency: settings.concurrency });
        return { shards: shardsOf(weighed, settings.shards), unweighed };
    }
    finally {
        await registries.close();
    }
}
async function findAll({ images, globs }, registries) {
    const named = (0,deletion_places .e)(images);
    const { places, outcomes } = await (0,find_places .K)({ globs, ifMissing: "fail" }, registries);
    for (const outcome of outcomes)
        if (outcome.kind === "failed")
            throw outcome.error;
    const others = places.filter(({ target }) => !named.some((place) => (0,reference .ve)(place.target, target)));
    return [...named, ...others];
}


/***/ })

};
