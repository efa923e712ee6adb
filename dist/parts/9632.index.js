export const id = 9632;
export const ids = [9632];
export const modules = {

/***/ 9632:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    findOwnProduct: () => (  findOwnProduct),
    proveOwnUntag: () => (  proveOwnUntag)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _connection_product_signs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
  var _probes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3963);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5217);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1111);





async function findOwnProduct(connection, repository) {
    const { status, headers } = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_2__  .to)(connection);
    if ((0,_connection_product_signs_js__WEBPACK_IMPORTED_MODULE_1__  .o)(headers)?.product === "harbor")
        return "Harbor";
    if (isGitLabs(headers))
        return "GitLab";
    if (status !== 401)
        return undefined;
    return isGitLabs((await (0,_probes_js__WEBPACK_IMPORTED_MODULE_2__  .l0)({ connection, repository })).headers) ? "GitLab" : undefined;
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
        const target = { repository, tag: (0,_probes_js__WEBPACK_IMPORTED_MODULE_2__  .X1)(), at: undefined };
        return saysNoSuchTag(await way.send(target, undefined)) ? way : undefined;
    }
    catch (error) {
        if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
            return undefined;
        throw error;
    }
}
function gitLabsWay({ connection, call }) {
    return {
        send: ({ repository, tag }, terms) => call(repository, { method: "DELETE", path: `tags/reference/${tag}`, attempts: 1, terms }),
        understand: understandAs(connection.base.host),
    };
}
async function harborsWay({ connection }, repository) {
    const { base, http, basic } = connection;
    const authorization = await basic(repository);
    if (authorization === undefined)
        return undefined;
    return {
        send: ({ repository: of, tag }, terms) => {
            const [project = "", ...rest] = of.split("/");
            const name = encodeURIComponent(encodeURIComponent(rest.join("/")));
            const url = new URL(`api/v2.0/projects/${project}/repositories/${name}/artifacts/${tag}/tags/${tag}`, base);
            return http.send({ method: "DELETE", url, headers: { authorization }, attempts: 1, terms });
        },
        understand: understandAs(base.host),
    };
}
function understandAs(host) {
    return (response, { repository, tag }) => {
        if ([200, 202, 204].includes(response.status) && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .yp)(response))
            return { kind: "deleted" };
        if (saysNoSuchTag(response))
            return { kind: "gone" };
        const error = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .x5)(host, response, `deleting the tag ${repository}:${tag}`);
        return { kind: response.status < 500 && (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .kR)(response) ? "failed" : "doubt", error };
    };
}
const NO_SUCH_TAG = ["TAG_UNKNOWN", "MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"];
function saysNoSuchTag(response) {
    const errors = (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .Ji)(response) ?? [];
    return (response.status === 404 && errors.length > 0 && errors.every(({ code }) => NO_SUCH_TAG.includes(code)));
}


/***/ })

};
