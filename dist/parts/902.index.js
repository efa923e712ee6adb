export const id = 902;
export const ids = [902];
export const modules = {

/***/ 902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    ET: () => (  describeCollection),
    _s: () => (  collectionRecord),
    aU: () => (  freedBytes),
    cn: () => (  errorRecord),
    describeCollectionStep: () => (  describeCollectionStep),
    hm: () => (  collectionFailure),
    y8: () => (  collectionWarnings)
  });
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4578);
  var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);



function describeCollection(outcome) {
    switch (outcome.kind) {
        case "skipped":
            return describeSkip(outcome.why, outcome.garbage);
        case "failed":
            return "The garbage collection failed.";
        case "collected": {
            const { blobs, freed, proven, harm } = outcome;
            const what = blobs === undefined ? "Garbage collected" : `Garbage collected: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(blobs, "blob")}`;
            const how = freed === undefined ? "an unknown number of bytes freed" : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .vj)(freed)} freed`;
            const whole = harm.length > 0
                ? ` HARM: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(harm.length, "tag")} that should have stayed whole.`
                : proven === undefined || proven === 0
                    ? ""
                    : ` Every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(proven, "kept tag")} answers.`;
            return `${what}, ${how}.${whole}`;
        }
    }
}
function describeSkip(why, garbage) {
    switch (why.kind) {
        case "nothing-deleted":
            return "Nothing was deleted, so no garbage was collected.";
        case "prune-failed":
            return "No garbage was collected, because the prune failed.";
        case "dry-run":
            return garbage === undefined
                ? "No garbage is collected in a dry run."
                : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(garbage)} of garbage could be collected.`;
        case "told-to-stop":
            return "The run was told to stop before the garbage was collected.";
        case "below-minimum":
            return `There is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(why.bytes)} of garbage, less than gc-min-bytes (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(why.minimum)}): the registry was not stopped.`;
        case "no-garbage":
            return "There is no garbage to collect: the registry was not stopped.";
        case "empty-registry":
            return "Nothing was ever pushed to this registry: there is nothing to collect.";
    }
}
function collectionFailure(outcome) {
    if (outcome?.kind === "failed")
        return [`Garbage collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .Uc)(outcome.error)}`];
    if (outcome?.kind !== "collected" || outcome.harm.length === 0)
        return undefined;
    return outcome.harm.map((harm) => `${harm.repository}: HARM: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .OX)(harm)} after the garbage collection. Push it again from where it was built.`);
}
function collectionWarnings(outcome) {
    if (outcome.kind !== "collected")
        return [];
    const { restarted, proven, unproven, broken = [] } = outcome;
    return [
        ...(restarted
            ? []
            : [
                "RESTART THE REGISTRY NOW, unless its cache is off: it was never seen to be down while gc-command ran. " +
                    "A registry that keeps running believes that it still has the collected blobs, and the next push of them is lost.",
            ]),
        ...(proven === undefined
            ? [
                "It could not be checked that all kept images are complete: the registry does not list its repositories for this user.",
            ]
            : []),
        ...(broken.length === 0
            ? []
            : [
                `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(broken.length, "tag")} could not be pulled whole before the collection, and still can't: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(broken)}. Push ${broken.length === 1 ? "it" : "them"} again.`,
            ]),
        ...(unproven.length === 0
            ? []
            : [`Could not be checked before and after the collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(unproven)}.`]),
    ];
}
function freedBytes(outcome) {
    return outcome?.kind === "collected" ? outcome.freed?.bytes : undefined;
}
function describeCollectionStep(step) {
    switch (step.kind) {
        case "waiting":
            return `another run collects the garbage of ${step.container}; waiting for it`;
        case "recovered":
            return `an earlier run was killed while it had ${step.container} stopped; cleaning up after it`;
        case "looked":
            return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.blobs, "blob")} of garbage${step.bytes === undefined ? "" : ` (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(step.bytes)})`}`;
        case "stopping":
            return `stopping ${step.container} (it is started again whatever happens; by hand: ${step.program} start ${step.container})`;
        case "down":
            return "it is down";
        case "collecting":
            return "collecting";
        case "starting":
            return `starting ${step.container}`;
        case "up":
            return "the registry answers";
        case "proving":
            return step.when === "before"
                ? `checked every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.tags, "tag")}`
                : `checking every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.tags, "tag")} again`;
        case "identity-open":
            return `it is not seen yet that ${step.container} is ${step.host}: its log does not show what was asked for there; the run itself begins an upload to see it, and stops nothing otherwise`;
        case "not-compared":
            return "what gc-command takes is known to itself alone, so it is not compared with what tags need before it runs; every part of them is checked again afterwards";
        case "script-line":
            return `| ${step.line}`;
    }
}
function collectionRecord(outcome) {
    if (outcome.kind !== "failed")
        return { ...outcome, description: describeCollection(outcome) };
    return { kind: outcome.kind, ...errorRecord(outcome.error) };
}
function errorRecord({ message, nextStep }) {
    return { error: message, nextStep };
}


/***/ })

};
