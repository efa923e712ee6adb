export const id = 9896;
export const ids = [9896];
export const modules = {

/***/ 7515:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    examinePackage: () => (  examinePackage)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4578);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8212);
  var _core_names_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(385);
  var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9684);





async function examinePackage({ registry, packages, repository, token, }) {
    const signedIn = (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "signed-in", { message: `Signed in with ${TOKENS[(0,_core_names_github_js__WEBPACK_IMPORTED_MODULE_1__  .aA)(token)]}.` });
    const tags = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(registry.listTags(repository));
    if (tags instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
        return [signedIn, (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("repository", tags)];
    const number = tags?.length ?? 0;
    const found = (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "repository", {
        message: `${repository} has ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(number, "tag")}.`,
    });
    const facts = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(packages.facts(repository));
    const deletes = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(Promise.resolve().then(() => packages.proveScopes()));
    return [
        signedIn,
        found,
        facts instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc ? (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("linked", facts) : describeLink(repository, facts.linkedTo),
        deletes instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc ? (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("deletes", deletes) : describeDeletes(deletes),
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
        return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "linked", { message: `${repository} is linked to the repository ${linkedTo}.` });
    }
    return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("warning", "linked", {
        message: `${repository} is linked to no repository, so no workflow's token may change it unless the package's settings say so.`,
        fix: "On the package's page, Package settings, Manage Actions access, give the repository of the workflow the role Admin; or connect the two there.",
    });
}
function describeDeletes(scope) {
    if (scope === "proven") {
        return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "deletes", { message: "The token has the scope delete:packages." });
    }
    return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("unknown", "deletes", {
        message: "Only a delete shows whether this token may delete: GitHub offers no way to ask.",
        fix: "It needs permissions: packages: write in the job, and the role Admin for its repository in the package's settings.",
    });
}


/***/ })

};
