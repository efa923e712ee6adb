export const id = 3192;
export const ids = [3192,3779];
export const modules = {

/***/ 3779:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    awsKeys: () => (  awsKeys),
    signedHeaders: () => (  signedHeaders)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const VISIBLE = /^[\x21-\x7e]+$/;
function awsKeys(environment) {
    const [id = "", secret = "", token = ""] = [
        environment["AWS_ACCESS_KEY_ID"],
        environment["AWS_SECRET_ACCESS_KEY"],
        environment["AWS_SESSION_TOKEN"],
    ].map((value) => value?.trim());
    if (!VISIBLE.test(id) || !VISIBLE.test(secret))
        return undefined;
    return { id, secret, ...(VISIBLE.test(token) ? { sessionToken: token } : {}) };
}
function signedHeaders({ id, secret, sessionToken }, post) {
    const { url, body, region, service, time } = post;
    const stamp = time.toISOString().replace(/[-:]|\.\d+/g, "");
    const headers = {
        ...post.headers,
        host: url.host,
        "x-amz-date": stamp,
        ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
    };
    const names = Object.keys(headers).sort();
    const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
    const request = ["POST", url.pathname, "", lines, names.join(";"), hash(body)].join("\n");
    const scope = [stamp.slice(0, 8), region, service, "aws4_request"];
    const toSign = ["AWS4-HMAC-SHA256", stamp, scope.join("/"), hash(request)].join("\n");
    const key = scope.reduce((by, part) => hmac(by, part), `AWS4${secret}`);
    const signature = hmac(key, toSign).toString("hex");
    const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope.join("/")}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
    return { ...headers, authorization };
}
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex");
}
function hmac(key, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(text).digest();
}


/***/ }),

/***/ 3192:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    proveEcrs: () => (  proveEcrs)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
  var _probes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3963);
  var _aws_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3779);





async function proveEcrs(site, repository) {
    const { keys, onSecret } = site;
    if (keys === undefined)
        return { untags: "no-keys" };
    onSecret(keys.secret);
    if (keys.sessionToken !== undefined)
        onSecret(keys.sessionToken);
    const way = ecrsWay(site, keys);
    try {
        const target = { repository, tag: (0,_probes_js__WEBPACK_IMPORTED_MODULE_2__  .X1)(), at: undefined };
        const answer = way.understand(await way.send(target, undefined), target);
        if (answer.kind === "gone")
            return { untags: "shared", way };
        const kind = "error" in answer ? answer.error.kind : undefined;
        if (kind === "unauthorized")
            return { untags: "wrong-keys" };
        return { untags: kind === "forbidden" ? "no-right" : "unclear" };
    }
    catch (error) {
        if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
            return { untags: "unclear" };
        throw error;
    }
}
function ecrsWay({ place, http }, keys) {
    const { account, region, api } = place;
    const url = new URL(`${api}/`);
    return {
        send: ({ repository, tag }, terms) => {
            const body = JSON.stringify({
                registryId: account,
                repositoryName: repository,
                imageIds: [{ imageTag: tag }],
            });
            const headers = (0,_aws_signature_js__WEBPACK_IMPORTED_MODULE_3__.signedHeaders)(keys, {
                url,
                headers: {
                    "content-type": "application/x-amz-json-1.1",
                    "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.BatchDeleteImage",
                },
                body,
                region,
                service: "ecr",
                time: new Date(),
            });
            return http.send({ method: "POST", url, headers, body, attempts: 1, terms });
        },
        understand: (response, target) => understand(url.host, response, target),
    };
}
function understand(host, response, target) {
    const { status } = response;
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .qF)(response.body.toString("utf8"));
    const doing = `deleting the tag ${target.repository}:${target.tag}`;
    if (status === 200 && (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(body)) {
        const failure = entryOf(body["failures"], target, (entry) => entry["imageId"]);
        if (failure !== undefined)
            return failed(host, (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(failure, "failureCode") ?? "", doing);
        const gone = entryOf(body["imageIds"], target, (entry) => entry);
        if (gone !== undefined)
            return asSeen(host, (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(gone, "imageDigest"), target);
    }
    const code = /(?:^|#)(\w+)(?::|$)/.exec((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(body, "__type") ?? "")?.[1];
    if (status >= 400 && status < 500 && code !== undefined)
        return refused(host, code, doing);
    const error = new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("unexpected-answer", {
        message: `${host} answered ${status} while ${doing}`,
        nextStep: "Nothing is decided on a doubtful answer. Run again, which looks at that tag anew.",
    });
    return { kind: "doubt", error };
}
function entryOf(list, { tag }, idOf) {
    if (!Array.isArray(list))
        return undefined;
    return list.filter(_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv).find((entry) => (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(idOf(entry), "imageTag") === tag);
}
function asSeen(host, was, { repository, tag, at }) {
    if (was === undefined || at === undefined || was === at)
        return { kind: "deleted" };
    const error = new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("unproven", {
        message: `${host} deleted the tag ${repository}:${tag}, which somebody had moved to ${was} in that moment`,
        nextStep: "Push that image again: Amazon ECR deletes an image with its last tag.",
    });
    return { kind: "failed", error };
}
function failed(host, code, doing) {
    if (code === "ImageNotFound")
        return { kind: "gone" };
    const error = new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("not-deletable", {
        message: `${host} keeps it (Amazon ECR: ${/^\w+$/.test(code) ? code : "no code"}) while ${doing}`,
        nextStep: "The tag stays, and the others go. What the code means is in the documents of Amazon ECR's ImageFailure.",
    });
    return { kind: "failed", error };
}
const REFUSALS = [
    [
        /^(?:UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|ExpiredToken|InvalidClientTokenId|MissingAuthenticationToken|IncompleteSignature|RequestExpired)(?:Exception)?$/,
        "unauthorized",
    ],
    [/^(?:AccessDenied|OptInRequired|NotAuthorized)(?:Exception)?$/, "forbidden"],
    [/^(?:Throttling|TooManyRequests|RequestLimitExceeded)(?:Exception)?$/, "rate-limited"],
];
function refused(host, code, doing) {
    const [, kind = "unexpected-answer"] = REFUSALS.find(([known]) => known.test(code)) ?? [];
    const error = new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g(kind, {
        message: `${host} says no (Amazon ECR: ${code}) while ${doing}`,
        nextStep: "Give the owner of AWS_ACCESS_KEY_ID the right ecr:BatchDeleteImage in that repository, and keys that hold until the run is over; or delete the tag with aws ecr batch-delete-image --repository-name NAME --image-ids imageTag=TAG.",
    });
    return { kind: "failed", error };
}


/***/ })

};
