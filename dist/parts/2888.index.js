export const id = 2888;
export const ids = [2888];
export const modules = {

/***/ 2888:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
  __webpack_require__.d(__webpack_exports__, {
    createTunnels: () => (  createTunnels)
  });
  var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
  var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
  var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
  var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9380);




const DEADLINE_MS = 30_000;
function createTunnels(proxy, end) {
    const opening = new Set();
    const open = () => openTunnel(proxy, end, opening);
    const agent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: true });
    const speakTls = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        open().then((socket) => {
            const within = { ...options, socket };
            const secured = speakTls(within);
            if (secured)
                callback?.(null, secured);
        }, (error) => callback?.(error instanceof Error ? error : new Error(String(error)), new node_stream__WEBPACK_IMPORTED_MODULE_2__.Duplex()));
        return undefined;
    };
    return {
        open,
        agent,
        close: () => {
            for (const request of opening)
                request.destroy();
        },
    };
}
function openTunnel(proxy, { hostname, port }, opening) {
    const { request: ask } = proxy.protocol === "https:" ?   (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__, 2))) :   (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__, 2)));
    const end = `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
    return new Promise((resolve, reject) => {
        const request = ask({
            method: "CONNECT",
            host: proxy.hostname,
            port: proxy.port,
            path: end,
            agent: false,
            headers: { host: end, ...headersFor(proxy) },
        });
        opening.add(request);
        const fail = (cause) => {
            opening.delete(request);
            reject(new _proxy_js__WEBPACK_IMPORTED_MODULE_3__  .T(proxy, { cause }));
        };
        request.setTimeout(DEADLINE_MS, () => request.destroy(new Error("no answer came in time")));
        request.once("error", fail);
        request.once("close", () => {
            fail(new Error("the connection was closed without an answer"));
        });
        request.once("connect", ({ statusCode: status = 0 }, socket, head) => {
            opening.delete(request);
            if (status >= 200 && status < 300 && head.length === 0) {
                resolve(socket);
                return;
            }
            socket.destroy();
            reject(new _proxy_js__WEBPACK_IMPORTED_MODULE_3__  .T(proxy, { status }));
        });
        request.end();
    });
}
function headersFor({ authorization }) {
    return authorization === undefined ? {} : { "proxy-authorization": authorization };
}


/***/ })

};
