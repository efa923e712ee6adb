export const id = 3177;
export const ids = [3177];
export const modules = {

/***/ 3177:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  proxyFor: () => (  proxyFor)
});

var external_node_net_ = __webpack_require__(7030);
var errors = __webpack_require__(6846);
; 

function bypasses(url, list) {
    const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
    if (host === "localhost" || isLoopbackAddress(host))
        return true;
    const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
    return list
        .split(/[,\s]+/)
        .filter((entry) => entry !== "")
        .some((entry) => matches(entry.toLowerCase(), host, port));
}
function isLoopbackAddress(host) {
    return isWithin(host, "127.0.0.0", 8) || isWithin(host, "::1", 128);
}
function matches(entry, host, port) {
    if (entry === "*")
        return true;
    const [, network = "", prefix = ""] = /^(.*)\/(\d{1,3})$/.exec(entry) ?? [];
    if ((0,external_node_net_.isIP)(network) !== 0)
        return isWithin(host, network, Number(prefix));
    const { name, wanted } = splitPort(entry);
    return name !== "" && (wanted === "" || wanted === port) && isNamed(host, name);
}
function isNamed(host, name) {
    if ((0,external_node_net_.isIP)(name) !== 0)
        return isWithin(host, name, (0,external_node_net_.isIP)(name) === 6 ? 128 : 32);
    const domain = name.replace(/^\*(?=\.)/, "");
    return domain.startsWith(".") ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}
function splitPort(entry) {
    if ((0,external_node_net_.isIP)(entry) === 6)
        return { name: entry, wanted: "" };
    const [, bracketed, plain, wanted = ""] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
    return { name: bracketed ?? plain ?? "", wanted };
}
function isWithin(host, network, prefix) {
    const family = (0,external_node_net_.isIP)(network);
    if ((0,external_node_net_.isIP)(host) === 0 || prefix > (family === 6 ? 128 : 32))
        return false;
    const block = new external_node_net_.BlockList();
    block.addSubnet(network, prefix, family === 6 ? "ipv6" : "ipv4");
    return block.check(host, (0,external_node_net_.isIP)(host) === 6 ? "ipv6" : "ipv4");
}

; 



function proxyFor(url, environment, onSecret) {
    const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
    const named = [variable, variable.toUpperCase()].find((name) => (environment[name] ?? "").trim() !== "");
    if (named === undefined)
        return undefined;
    const spared = environment["no_proxy"] ?? "";
    if (bypasses(url, spared === "" ? (environment["NO_PROXY"] ?? "") : spared))
        return undefined;
    return readProxy(named, (environment[named] ?? "").trim(), onSecret);
}
function readProxy(variable, text, onSecret) {
    const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    const url = URL.canParse(written) ? new URL(written) : undefined;
    if (url === undefined || url.hostname === "")
        throw unreadable(variable, "it is no address");
    const { protocol } = url;
    if (protocol !== "http:" && protocol !== "https:") {
        throw unreadable(variable, `a proxy of ${protocol}// is not supported`);
    }
    const hostname = url.hostname.replace(/^\[|\]$/g, "");
    const port = url.port === "" ? (protocol === "https:" ? 443 : 80) : Number(url.port);
    return {
        protocol,
        hostname,
        port,
        host: (0,external_node_net_.isIP)(hostname) === 6 ? `[${hostname}]:${port}` : `${hostname}:${port}`,
        variable,
        ...authorizationOf(url, onSecret),
    };
}
function authorizationOf(url, onSecret) {
    if (url.username === "" && url.password === "")
        return {};
    const password = decoded(url.password);
    const encoded = Buffer.from(`${decoded(url.username)}:${password}`).toString("base64");
    for (const secret of [password, url.password, encoded])
        if (secret !== "")
            onSecret(secret);
    return { authorization: `Basic ${encoded}` };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function unreadable(variable, why) {
    return new errors .Pc(`${variable} names no proxy that can be used: ${why}`, "Write http://HOST:PORT or https://HOST:PORT into it, or http://USER:PASSWORD@HOST:PORT with special characters percent-encoded; or unset it.");
}


/***/ })

};
