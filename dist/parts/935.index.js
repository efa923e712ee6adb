export const id = 935;
export const ids = [935];
export const modules = {

/***/ 8935:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Care: () => (/* binding */ Care)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1773);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
/* harmony import */ var _core_plan_longer_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5867);
/* harmony import */ var _deletion_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2913);




class Care {
    deletions;
    notes = [];
    #options;
    #progress;
    #trial;
    #going;
    #known = "untried";
    constructor(options, progress, { deletions, trial }) {
        this.#options = options;
        this.#progress = progress;
        this.deletions = deletions;
        this.#trial = trial;
        this.#going = new Map(deletions.flatMap((each) => each.tags.map((tag) => [tag, each])));
    }
    async apply(deletion, send) {
        if (deletion.tags.length === 0 || this.#known === "proven")
            return send();
        try {
            return await this.#applyWithCare(deletion, send);
        }
        catch (error) {
            if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc)
                return { kind: "failed", deletion, error };
            throw error;
        }
    }
    async #applyWithCare(deletion, send) {
        const { going, stays } = await this.#reachNow(deletion);
        const [first] = stays.keys();
        if (first !== undefined && this.#known !== "leaves") {
            return { kind: "spared", deletion, reason: { kind: "longer-tag-stays", tag: first } };
        }
        await this.#writeDown(going);
        const outcome = await send();
        if (first !== undefined)
            await this.#lookForLoss(stays);
        else if (outcome.kind === "deleted" && deletion === this.#trial?.first)
            await this.#readTrial();
        return outcome;
    }
    async #reachNow(deletion) {
        const { registry, repository, concurrency } = this.#options;
        const names = (0,_core_plan_longer_names_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOf */ .xw)(deletion, (0,_core_plan_longer_names_js__WEBPACK_IMPORTED_MODULE_1__/* .longerNamesIn */ .J3)((await registry.listTags(repository)) ?? []));
        const digests = await (0,p_map__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .Ay)(names, (tag) => (this.#needsDigest(tag) ? registry.resolveTag(repository, tag) : undefined), { concurrency });
        const goes = (tag, index) => this.#isToCome(tag) && this.#going.get(tag)?.digest === digests[index];
        const stays = names.map((tag, index) => [tag, digests[index]]);
        return { going: names.filter(goes), stays: new Map(stays.filter(([tag], index) => !goes(tag, index))) };
    }
    #needsDigest(tag) {
        return this.#isToCome(tag) || this.#known === "leaves";
    }
    #isToCome(tag) {
        const deletion = this.#going.get(tag);
        return deletion !== undefined && !this.#progress.outcomes.has(deletion);
    }
    async #writeDown(tags) {
        const { recorder } = this.#options;
        await (0,_deletion_log_js__WEBPACK_IMPORTED_MODULE_3__/* .writeDown */ ._)(recorder, new Set(tags.flatMap((tag) => this.#going.get(tag) ?? [])), this.#progress.written);
        for (const tag of tags) {
            this.#progress.untagged.add(tag);
            this.#progress.unanswered.add(tag);
        }
    }
    async #readTrial() {
        const { registry, repository } = this.#options;
        const { tag, second } = this.#trial ?? {};
        if (tag === undefined)
            return;
        this.#known = "takes";
        await quietly(async () => {
            const listed = (await registry.listTags(repository)) ?? [];
            const isThere = listed.includes(tag) && (await registry.resolveTag(repository, tag)) === second?.digest;
            if (isThere)
                this.#known = "leaves";
        });
    }
    async #lookForLoss(stayed) {
        const { registry, repository } = this.#options;
        this.#known = "takes";
        await quietly(async () => {
            const listed = new Set(await registry.listTags(repository));
            const lost = [...stayed].filter(([tag]) => !listed.has(tag));
            if (lost.length === 0)
                this.#known = "proven";
            for (const [tag, digest] of lost)
                if (digest !== undefined)
                    await this.#putBack(tag, digest);
        });
    }
    async #putBack(tag, digest) {
        const { registry, repository } = this.#options;
        await quietly(async () => {
            const found = await registry.readManifest(repository, digest);
            if (found === undefined || (await registry.readManifest(repository, tag)) !== undefined)
                return;
            await registry.putBack(repository, tag, found);
            if ((await registry.readManifest(repository, tag))?.digest === digest) {
                this.notes.push({ kind: "put-back", tag });
            }
        });
    }
}
async function quietly(work) {
    try {
        await work();
    }
    catch (error) {
        if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc))
            throw error;
    }
}


/***/ })

};
