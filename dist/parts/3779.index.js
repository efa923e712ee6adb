export const id = 3779;
export const ids = [3779];
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


/***/ })

};
