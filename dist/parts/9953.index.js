export const id = 9953;
export const ids = [9953];
export const modules = {

/***/ 9953:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    examineHub: () => (  examineHub)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4578);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3979);
  var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8212);
  var _registry_docker_hub_lists_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(311);
  var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9684);






async function examineHub({ registry, api, repository }) {
    const { reader, deleter } = registry;
    const signedIn = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(api.signIn());
    const tags = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(reader.listTags(repository));
    const findings = [
        signedIn instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc
            ? (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("signed-in", signedIn)
            : (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "signed-in", { message: "Docker Hub takes the password." }),
        tags instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc
            ? (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("repository", tags)
            : (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "repository", { message: `${repository} has ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(tags?.length ?? 0, "tag")}.` }),
    ];
    if (tags instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
        return findings;
    const [first] = tags ?? [];
    const read = first === undefined ? undefined : await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(reader.readManifest(repository, first));
    const deletes = signedIn instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc ? [] : [describeProof(await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(deleter.proveDeletes(repository)))];
    return [
        ...findings,
        ...(read instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc ? [(0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("pulls", read)] : []),
        ...deletes,
        ...(await examineImmutable(api, repository)),
    ];
}
function describeProof(deletes) {
    return deletes instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc
        ? (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .Z)("deletes", deletes)
        : (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("ok", "deletes", { message: "This account may delete tags and images in it." });
}
async function examineImmutable(api, repository) {
    const answer = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__  .C)(api.ask({ method: "GET", path: (0,_registry_docker_hub_lists_js__WEBPACK_IMPORTED_MODULE_1__  .XM)(repository) }));
    if (answer instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc || !(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__  .Gv)(answer.data))
        return [];
    const settings = answer.data["immutable_tags_settings"];
    if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__  .Gv)(settings) || settings["enabled"] !== true)
        return [];
    return [
        (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__  .g)("warning", "immutable-tags", {
            message: `${repository} has immutable tags, which Docker Hub does not delete.`,
            fix: "Exclude those that its rule names, or change it: on the repository's page, Settings, General, Tag mutability settings.",
        }),
    ];
}


/***/ }),

/***/ 8283:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    S: () => (  odd)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

function odd(host, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`what ${host} answered can't be trusted: ${why}`, "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.");
}


/***/ }),

/***/ 311:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    SQ: () => (  listHubRepositories),
    XM: () => (  pathOf),
    vn: () => (  listHubTags)
  });
  var _core_image_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);
  var _beside_odd_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8283);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);





const PAGE = 100;
const MAX_PAGES = 10_000;
function pathOf(repository) {
    const [namespace = "", name = ""] = repository.split("/");
    return `/v2/namespaces/${namespace}/repositories/${name}`;
}
async function listHubTags(api, repository) {
    const asked = { host: api.host, name: repository, doing: `listing the tags of ${repository}` };
    const items = await itemsOf(api, `${pathOf(repository)}/tags`, (answer) => (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .Sc)(answer, asked));
    return items.map((item) => decodeTag(api.host, item));
}
async function listHubRepositories(api, namespace) {
    const asked = { host: api.host, name: namespace, doing: `listing the repositories of ${namespace}` };
    const path = `/v2/namespaces/${namespace}/repositories`;
    const items = await itemsOf(api, path, (answer) => (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .Sc)(answer, asked));
    return items.map((item) => {
        const name = `${namespace}/${(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "name") ?? ""}`;
        if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .en)(name))
            return name;
        throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "there is something in the list of repositories that is none");
    });
}
async function itemsOf(api, path, refusalOf) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await api.ask({ method: "GET", path: `${path}?page=${page}&page_size=${PAGE}` });
        if (answer.status === 404 && page > 1)
            return items;
        if (answer.status !== 200)
            throw refusalOf(answer);
        const { data } = answer;
        const results = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(data) ? data["results"] : undefined;
        if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(data) || !Array.isArray(results))
            throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "a list is none");
        items.push(...results);
        if ((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(data, "next") === undefined)
            return items;
    }
    throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "its pages have no end");
}
function decodeTag(host, item) {
    const tag = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "name") ?? "";
    if (!(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .dz)(tag))
        throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(host, "there is something in the list of tags that is none");
    const digest = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "digest");
    const pushed = (0,_core_image_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "tag_last_pushed")) ?? (0,_core_image_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "last_updated"));
    return {
        tag,
        ...(digest !== undefined && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .Bc)(digest) ? { digest } : {}),
        ...(pushed === undefined ? {} : { pushed }),
    };
}


/***/ }),

/***/ 6525:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $0: () => (  needsLogin),
    Sc: () => (  hubRefusal),
    VO: () => (  badLogin),
    WT: () => (  saysHubUnknown),
    jM: () => (  saysHubNo),
    s9: () => (  stillReferred),
    xi: () => (  pullLimit)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4578);
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);




const LONGEST_WORDS = 200;
function wordsOf({ data }) {
    return (0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__  .ym)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .$6)(data, "message") ?? (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .$6)(data, "detail") ?? "", LONGEST_WORDS);
}
function saysHubUnknown(answer) {
    return answer.status === 404 && wordsOf(answer) !== "";
}
function saysHubNo(answer) {
    return [400, 401, 403, 409, 422].includes(answer.status) && wordsOf(answer) !== "";
}
const RIGHT_TO_DELETE = "Sign in with a personal access token of the scope Read, Write, Delete, whose owner may administer the repository; or with an organization access token that may push to and delete from it. " +
    "Where an organization enforces single sign-on, a password is not taken.";
function hubRefusal(answer, { host, name, doing }) {
    const { status } = answer;
    const said = wordsOf(answer);
    if (said === "")
        return doubtful(answer, { host, doing });
    const quoted = `${status}, "${said}"`;
    if (/immutable/i.test(said)) {
        return refused("not-deletable", `Docker Hub keeps it (${quoted}) while ${doing}`, [
            "Its repository has immutable tags (Settings, General, Tag mutability settings): exclude them, or change that setting.",
        ]);
    }
    if (status === 401) {
        return refused("unauthorized", `${host} does not let us in (${quoted}) while ${doing}`, [
            RIGHT_TO_DELETE,
        ]);
    }
    if (status === 403) {
        return refused("forbidden", `${host} says no (${quoted}) while ${doing}`, [RIGHT_TO_DELETE]);
    }
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this account (404) while ${doing}`, [
            "Is the name right, and was something pushed there? A private repository is shown to those alone who may pull from it: docker login, or username and password here.",
        ]);
    }
    return doubtful(answer, { host, doing });
}
function doubtful(answer, { host, doing }) {
    const said = wordsOf(answer);
    return refused("unexpected-answer", `${host} answered ${answer.status}${said === "" ? "" : `, "${said}"`} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; dockerstatus.com says whether Docker Hub is well.",
    ]);
}
function needsLogin(host) {
    return refused("unauthorized", `there is no user name and password for ${host}, and nobody else may delete there`, [
        "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here: a user with a personal access token, or an organization's name with its access token.",
    ]);
}
function badLogin(host, answer) {
    const said = wordsOf(answer);
    return refused("unauthorized", `${host} does not take the password (${answer.status}${said === "" ? "" : `, "${said}"`})`, [
        "Has the token run out? With a personal access token the user name is its owner's, with an organization access token it is the organization's. " +
            "Where two factors or single sign-on are asked for, only such a token is taken.",
    ]);
}
function pullLimit(name, { needed, left }) {
    return refused("rate-limited", `${name} has at least ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(needed, "image")} to read, and Docker Hub lets this account pull ${left} more in these six hours`, [
        "Nothing was read, and no pull was used up. Run again later, or sign in with an account of a paid plan, which has no such limit.",
    ]);
}
function stillReferred(what, { isUntagged }) {
    const before = isUntagged ? "its tags are gone, and " : "";
    return refused(isUntagged ? "unexpected-answer" : "not-deletable", `${what}: ${before}Docker Hub keeps the image, for something that no list shows refers to it (403)`, [
        "An index without a tag may. The repository's page Image Management shows such, and deletes them with what nothing else refers to.",
    ]);
}
function refused(kind, message, steps) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__  .g(kind, { message, nextStep: steps.join("\n") });
}


/***/ })

};
