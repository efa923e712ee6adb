export const id = 2178;
export const ids = [2178,3866];
export const modules = {

/***/ 2178:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  mayBeOfTls: () => (  mayBeOfTls),
  refuseForCertificate: () => (  refuseForCertificate),
  tlsError: () => (  tlsError)
});

var system_error = __webpack_require__(2691);
var codes = __webpack_require__(6215);
var flawed = __webpack_require__(3866);
var cut = __webpack_require__(3301);
var registry = __webpack_require__(252);
; 



const LONGEST_REASON = 200;
function handshakeError(handshake) {
    const { host, cause, showsOwn } = handshake;
    const code = (0,system_error .$N)(cause);
    if (!/^(?:ERR_SSL_|ERR_OSSL_|ERR_TLS_|ERR_CRYPTO_|EPROTO$)/.test(code))
        return undefined;
    if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
        return undefined;
    const words = `${code} ${cause instanceof Error ? cause.message : ""}`.toLowerCase().replaceAll("_", " ");
    if (/wrong version number|packet length too long|ssl http request|record layer failure/.test(words)) {
        return speaksPlainHttp(host, cause);
    }
    if (/certificate required/.test(words))
        return showsOwn ? ownRefused(handshake) : wantsOwn(host, cause);
    if (/alert.*(?:bad certificate|unknown ca|certificate unknown|certificate expired|certificate revoked|access denied)/.test(words)) {
        return showsOwn ? ownRefused(handshake) : wantsOwn(host, cause);
    }
    if (/unrecognized name/.test(words))
        return noSuchName(host, cause);
    if (/protocol version|unsupported protocol|no protocols|version too low|legacy|key too small|md too weak/.test(words)) {
        return tooOld(host, cause);
    }
    return noAgreement(handshake);
}
function speaksPlainHttp(host, cause) {
    return new registry .g("speaks-plain-http", {
        message: `${host} was asked over HTTPS and speaks plain HTTP`,
        nextStep: `If that is how it is meant to be, name it: plain-http: ${host} (on the command line, --plain-http ${host}), ` +
            "and write no https:// before it in image.",
    }, cause);
}
function wantsOwn(host, cause) {
    return new registry .g("untrusted-certificate", {
        message: `${host} asks for a client's certificate, and there is none for it here`,
        nextStep: `Put it and its key into /etc/docker/certs.d/${host}/client.cert and client.key, as for Docker, or name them in cert-file and key-file.`,
    }, cause);
}
function ownRefused({ host, cause }) {
    return new registry .g("untrusted-certificate", {
        message: `${host} does not take the client's certificate that it was shown (${reasonOf(cause)})`,
        nextStep: "See that an authority which the server trusts has signed it, that it is for clients (extendedKeyUsage: clientAuth), and that it has not expired: openssl x509 -noout -text -in FILE.",
    }, cause);
}
function noSuchName(host, cause) {
    return new registry .g("untrusted-certificate", {
        message: `${host} has no certificate for that name (${reasonOf(cause)})`,
        nextStep: "Name the registry in image by the name that its server knows itself by.",
    }, cause);
}
function tooOld(host, cause) {
    return new registry .g("untrusted-certificate", {
        message: `${host} speaks TLS, or has a key, of a kind that is too old to be safe (${reasonOf(cause)})`,
        nextStep: "Let it speak TLS 1.2 or later, with a key of 2048 bits (RSA) or 256 bits (elliptic curve).",
    }, cause);
}
function noAgreement({ host, cause, showsOwn }) {
    const own = showsOwn
        ? ""
        : ` If it asks for a client's certificate, that and its key go into /etc/docker/certs.d/${host}/client.cert and client.key, or are named in cert-file and key-file.`;
    return new registry .g("untrusted-certificate", {
        message: `no TLS connection to ${host} could be agreed on (${reasonOf(cause)})`,
        nextStep: `Look at its log, and at what stands between: openssl s_client -connect ${host} shows where it ends.${own}`,
    }, cause);
}
function reasonOf(cause) {
    const code = (0,system_error .$N)(cause);
    if (code === "" && cause instanceof Error)
        return cause.message;
    if (code !== "EPROTO" || !(cause instanceof Error))
        return code;
    const [, said] = /error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(cause.message) ?? [];
    return said === undefined ? code : `${code}: ${(0,cut .ym)(said, LONGEST_REASON)}`;
}

var external_node_net_ = __webpack_require__(7030);
var json = __webpack_require__(3979);
; 





const MOST_NAMES = 10;
const LONGEST_NAMES = 300;
function nameError(host, cause) {
    const names = namesIn(cause);
    const port = /:\d+$/.exec(host)?.[0] ?? "";
    const other = names.find((name) => !name.startsWith("*"));
    const instead = other === undefined ? "" : `, such as ${bracketed(other)}${port}`;
    return new registry .g("untrusted-certificate", {
        message: `the certificate of ${host} is for ${listNames(names)}, and not for ${host.replace(/:\d+$/, "")}`,
        nextStep: `Name the registry in image by a name that its certificate is for${instead}, or have a certificate made with this name or address among its subjectAltNames.`,
    }, cause);
}
function namesIn(cause) {
    const certificate = (0,json .Gv)(cause) ? cause["cert"] : undefined;
    const names = ((0,json .$6)(certificate, "subjectaltname") ?? "")
        .split(", ")
        .flatMap((entry) => /^(?:DNS|IP Address):(?<name>[\w.*:-]+)$/.exec(entry)?.groups?.["name"] ?? []);
    if (names.length > 0 || !(0,json .Gv)(certificate))
        return names;
    const common = (0,json .$6)(certificate["subject"], "CN");
    return common === undefined || !/^[\w.*:-]+$/.test(common) ? [] : [common];
}
function listNames(names) {
    if (names.length === 0)
        return "no name that can be read";
    const more = names.length > MOST_NAMES ? `, … and ${names.length - MOST_NAMES} more` : "";
    return `${(0,cut .ym)(names.slice(0, MOST_NAMES).join(", "), LONGEST_NAMES)}${more}`;
}
function bracketed(name) {
    return (0,external_node_net_.isIP)(name) === 6 ? `[${name}]` : name;
}
function dateError({ host, cause, peer }) {
    const code = (0,system_error .$N)(cause);
    const now = timeText(new Date());
    if (code === "CERT_HAS_EXPIRED") {
        const since = peer !== undefined && peer.to.getTime() < Date.now() ? ` at ${timeText(peer.to)}` : "";
        return new registry .g("untrusted-certificate", {
            message: `the certificate of ${host}, or that of an authority which signed it, has expired${since}; this machine's clock says ${now}`,
            nextStep: "Renew it, and have the server read the new one (a restart, mostly). If the clock is wrong, set it.",
        }, cause);
    }
    if (code !== "CERT_NOT_YET_VALID")
        return undefined;
    const from = peer !== undefined && peer.from.getTime() > Date.now() ? ` until ${timeText(peer.from)}` : "";
    return new registry .g("untrusted-certificate", {
        message: `the certificate of ${host}, or that of an authority which signed it, is not valid yet${from}; this machine's clock says ${now}`,
        nextStep: "Look at the clock of this machine, and at that of the machine where the certificate was made: one of them is wrong. Set it (NTP).",
    }, cause);
}
function timeText(time) {
    return Number.isNaN(time.getTime()) ? "an unknown time" : `${time.toISOString().slice(0, 19)}Z`;
}
function authorityError({ host, cause, peer }) {
    const code = (0,system_error .$N)(cause);
    const own = `into /etc/docker/certs.d/${host}/ca.crt, as for Docker, or name it in ca-file`;
    if (code === "DEPTH_ZERO_SELF_SIGNED_CERT") {
        return new registry .g("untrusted-certificate", {
            message: `the certificate of ${host} is signed by itself, and it is not trusted here (${code})`,
            nextStep: `Put that certificate ${own}.`,
        }, cause);
    }
    const issuer = peer === undefined ? "" : `, ${peer.issuer},`;
    return new registry .g("untrusted-certificate", {
        message: `the authority${issuer} that signed the certificate of ${host} is not known here (${code})`,
        nextStep: `Put the certificate of that authority ${own} (NODE_EXTRA_CA_CERTS counts too). ` +
            "If it is a public one, the server sends its own certificate alone: give it the whole chain (fullchain.pem).",
    }, cause);
}
function otherError(host, cause) {
    const reason = (0,system_error .$N)(cause);
    return new registry .g("untrusted-certificate", {
        message: `the TLS connection to ${host} can't be trusted (${reason})`,
        nextStep: `Look at the certificates that it sends (openssl s_client -connect HOST:PORT -showcerts), and have those made anew that are not in order.`,
    }, cause);
}

; 





async function tlsError(failure) {
    const { cause, host, secure } = failure;
    const { flaws, own } = secure.certificates;
    const handshake = handshakeError({ host, cause, showsOwn: own !== undefined });
    if (handshake?.kind === "speaks-plain-http")
        return handshake;
    if ((0,system_error .$N)(cause) === "ERR_TLS_CERT_ALTNAME_INVALID")
        return nameError(host, cause);
    const needs = (0,codes .c)(cause) ? "authorities" : "own";
    const flaw = flaws.find(({ of }) => of === needs || of === "both");
    const isHandshake = handshake !== undefined || !(0,codes .T)(cause);
    if (flaw !== undefined && (isHandshake || (0,codes .c)(cause))) {
        return (0,flawed.flawedConnection)({ host, cause, flaw });
    }
    if (handshake !== undefined)
        return handshake;
    const peer = await secure.look();
    if ((0,codes .c)(cause))
        return authorityError({ host, cause, peer });
    return dateError({ host, cause, peer }) ?? otherError(host, cause);
}
function refuseForCertificate({ url: { host }, body }) {
    if (body.includes("No required SSL certificate was sent"))
        throw wantsOwn(host, undefined);
    if (body.includes("The SSL certificate error")) {
        throw ownRefused({ host, cause: new Error("The SSL certificate error") });
    }
}
function mayBeOfTls(cause, { certificates }) {
    const isBrokenOff = ["", "ECONNRESET", "EPIPE"].includes((0,system_error .$N)(cause));
    return (0,codes .T)(cause) || (isBrokenOff && certificates.flaws.some(({ of }) => of !== "authorities"));
}


/***/ }),

/***/ 3866:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    flawedConnection: () => (  flawedConnection),
    flawedFiles: () => (  flawedFiles)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);


function flawedFiles(host, { what, fix }) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("untrusted-certificate", {
        message: `the certificates for ${host} can't be used: ${what}`,
        nextStep: `${fix} Docker's folder for this registry is certs.d/${host}/.`,
    });
}
function flawedConnection({ host, cause, flaw, }) {
    const code = (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(cause);
    const reason = code === "" && cause instanceof Error ? cause.message : code;
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("untrusted-certificate", {
        message: `the TLS connection to ${host} failed (${reason}), and ${flaw.what}`,
        nextStep: `${flaw.fix} Docker's folder for this registry is certs.d/${host}/.`,
    }, cause);
}


/***/ })

};
