export const id = 1249;
export const ids = [1249];
export const modules = {

/***/ 1249:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    lookAtPeer: () => (  lookAtPeer)
  });
  var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
  var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3301);



const DEADLINE_MS = 5000;
async function lookAtPeer({ url, lookup, open }) {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const through = await open?.().catch(() => undefined);
    if (open !== undefined && through === undefined)
        return undefined;
    return new Promise((resolve) => {
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
            host,
            port: Number(url.port === "" ? 443 : url.port),
            servername: (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? host : "",
            rejectUnauthorized: false,
            ...(lookup === undefined ? {} : { lookup }),
            ...(through === undefined ? {} : { socket: through }),
        });
        const end = (found) => {
            socket.destroy();
            resolve(found);
        };
        socket.setTimeout(DEADLINE_MS, () => {
            end(undefined);
        });
        socket.once("error", () => {
            end(undefined);
        });
        socket.once("close", () => {
            end(undefined);
        });
        socket.once("secureConnect", () => {
            end(read(socket.getPeerCertificate(true)));
        });
    });
}
function read(found) {
    const { subject, issuer, valid_from: from, valid_to: to } = found;
    if (subject === undefined || issuer === undefined || from === undefined || to === undefined) {
        return undefined;
    }
    return { subject: nameOf(subject), issuer: nameOf(issuer), from: new Date(from), to: new Date(to) };
}
const LONGEST = 100;
function nameOf(fields) {
    const texts = ["CN", "O"].flatMap((key) => {
        const value = fields[key];
        return value === undefined ? [] : [`${key}=${[value].flat().join(" ")}`];
    });
    return texts.length === 0
        ? "no name"
        : (0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_2__  .ym)(texts.join(", ").replace(/[\u0000-\u001f\u007f]+/g, " "), LONGEST);
}


/***/ })

};
