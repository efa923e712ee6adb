export const id = 9632;
export const ids = [9632];
export const modules = {

/***/ 9632:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    deleteInOwnWay: () => (  deleteInOwnWay),
    findOwnProduct: () => (  findOwnProduct),
    proveOwnUntag: () => (  proveOwnUntag)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _port_doubt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2461);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(252);
  var _probes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3963);
  var _delete_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7831);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7115);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1111);







async function findOwnProduct(connection, repository) {
    const { status, headers } = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .to)(connection);
    if ((headers["www-authenticate"] ?? "").includes('service="harbor-registry"'))
        return "Harbor";
    if (isGitLabs(headers))
        return "GitLab";
    if (status !== 401)
        return undefined;
    return isGitLabs((await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .l0)({ connection, repository })).headers) ? "GitLab" : undefined;
}
function isGitLabs(headers) {
    const features = headers["gitlab-container-registry-features"];
    return typeof features === "string" && features.split(",").some((name) => name.trim() === "tag_delete");
}
async function proveOwnUntag(site, product, repository) {
    try {
        const way = product === "GitLab" ? gitLabsWay(site) : await harborsWay(site, repository);
        if (way === undefined)
            return undefined;
        return saysNoSuchTag(await way(repository, (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .X1)())) ? way : undefined;
    }
    catch (error) {
        if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
            return undefined;
        throw error;
    }
}
function gitLabsWay({ call }) {
    return (of, tag, terms) => call(of, { method: "DELETE", path: `tags/reference/${tag}`, attempts: 1, terms });
}
async function harborsWay({ connection }, repository) {
    const { base, http, basic } = connection;
    const authorization = await basic(repository);
    if (authorization === undefined)
        return undefined;
    return (of, tag, terms) => {
        const [project = "", ...rest] = of.split("/");
        const name = encodeURIComponent(encodeURIComponent(rest.join("/")));
        const url = new URL(`api/v2.0/projects/${project}/repositories/${name}/artifacts/${tag}/tags/${tag}`, base);
        return http.send({ method: "DELETE", url, headers: { authorization }, attempts: 1, terms });
    };
}
async function deleteInOwnWay({ way, host, isThere }, repository, { tag, terms }) {
    const sent = await way(repository, tag, terms).catch(_port_doubt_js__WEBPACK_IMPORTED_MODULE_1__  .H);
    const doubt = sent instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_2__  .g ? sent : (0,_refusals_js__WEBPACK_IMPORTED_MODULE_5__  .x5)(host, sent, `deleting the tag ${repository}:${tag}`);
    if (!(sent instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_2__  .g)) {
        if ([200, 202, 204].includes(sent.status) && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_6__  .yp)(sent))
            return "deleted";
        if (saysNoSuchTag(sent))
            return "gone";
        if (sent.status < 500 && (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_6__  .kR)(sent))
            throw doubt;
    }
    return (0,_delete_js__WEBPACK_IMPORTED_MODULE_4__  .nG)(() => isThere(repository, tag), doubt, "still-there");
}
const NO_SUCH_TAG = ["TAG_UNKNOWN", "MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"];
function saysNoSuchTag(response) {
    const errors = (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_6__  .Ji)(response) ?? [];
    return (response.status === 404 && errors.length > 0 && errors.every(({ code }) => NO_SUCH_TAG.includes(code)));
}


/***/ })

};
