export const id = 9954;
export const ids = [9954];
export const modules = {

/***/ 9954:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    readFolder: () => (  readFolder),
    readNamed: () => (  readNamed)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
  var _files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4338);




async function readFolder(folder, names) {
    const flaws = [];
    const authorities = [];
    for (const name of names.filter((each) => each.endsWith(".crt"))) {
        const found = await readAuthorities((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (isFlaw(found))
            flaws.push(found);
        else
            authorities.push(...found);
    }
    const stems = names.flatMap((name) => /^(.*)\.(?:cert|key)$/.exec(name)?.[1] ?? []);
    for (const stem of new Set(stems)) {
        const pair = await pairIn(folder, stem, names);
        if (!isFlaw(pair))
            return { authorities, flaws, own: pair };
        flaws.push(pair);
    }
    return { authorities, flaws };
}
async function pairIn(folder, stem, names) {
    const [cert, key] = [`${stem}.cert`, `${stem}.key`];
    for (const [here, other, what] of [
        [cert, key, "key"],
        [key, cert, "certificate"],
    ]) {
        if (names.includes(other))
            continue;
        return {
            of: "own",
            isRefused: true,
            what: `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, here)} has no ${what} beside it, ${other}`,
            fix: `Put the ${what} that goes with it there, or remove ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, here)}.`,
        };
    }
    return readPair((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, cert), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, key));
}
async function readNamed(caFile, own) {
    const authorities = caFile === undefined ? [] : await readAuthorities(caFile);
    const pair = own === undefined ? undefined : await readPair(own.certFile, own.keyFile);
    for (const [setting, found] of [
        ["ca-file", authorities],
        ["cert-file and key-file", pair],
    ]) {
        if (found !== undefined && isFlaw(found))
            throw unusable(setting, found);
    }
    return {
        authorities: isFlaw(authorities) ? [] : authorities,
        ...(pair === undefined || isFlaw(pair) ? {} : { own: pair }),
    };
}
function unusable(setting, { what, fix }) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`what ${setting} names can't be used: ${what}`, fix);
}
function isFlaw(found) {
    return "fix" in found;
}
async function readAuthorities(path) {
    const bytes = await readFile(path, "authorities");
    if (!Buffer.isBuffer(bytes))
        return bytes;
    const found = certificatesIn(bytes.toString("latin1"));
    return found.length > 0 ? found : { of: "authorities", ...noCertificate(path, bytes) };
}
async function readPair(certPath, keyPath) {
    const [cert, key] = [await readFile(certPath, "own"), await readFile(keyPath, "own")];
    if (!Buffer.isBuffer(cert))
        return cert;
    if (!Buffer.isBuffer(key))
        return key;
    const [leaf, ...chain] = certificatesIn(cert.toString("latin1"));
    if (leaf === undefined)
        return { of: "own", isRefused: true, ...noCertificate(certPath, cert) };
    const text = key.toString("latin1");
    try {
        const secret = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(text);
        if (!new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(leaf).checkPrivateKey(secret)) {
            return { of: "own", isRefused: true, ...noMatch(certPath, keyPath) };
        }
    }
    catch {
        return { of: "own", isRefused: true, ...noKey(keyPath, key) };
    }
    return { cert: [leaf, ...chain].join("\n"), key: text };
}
async function readFile(path, of) {
    try {
        return await (0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__  .VX)(path, _files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__  .uZ.configuration);
    }
    catch (cause) {
        return {
            of,
            what: `${path} can't be read (${(0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__  ._p)(cause)})`,
            fix: "Correct the path, or let the user that runs this read it.",
        };
    }
}
function certificatesIn(text) {
    const blocks = text.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END [A-Z0-9 ]*-----/g) ?? [];
    return blocks.filter((block) => isCertificate(block));
}
function isCertificate(data) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(data).serialNumber !== "";
    }
    catch {
        return false;
    }
}
function noCertificate(path, bytes) {
    if (isCertificate(bytes)) {
        return {
            what: `${path} is a certificate in DER, and PEM is wanted`,
            fix: `Write it as PEM: openssl x509 -inform der -in ${path} -out FILE.`,
        };
    }
    const has = bytes.includes("PRIVATE KEY-----")
        ? "a private key in it and no certificate"
        : "no certificate in it";
    return {
        what: `${path} has ${has} that can be read`,
        fix: "Put the certificate there as PEM, a text that begins with -----BEGIN CERTIFICATE-----.",
    };
}
function noKey(path, bytes) {
    const text = bytes.toString("latin1");
    if (text.includes("ENCRYPTED")) {
        return {
            what: `${path} is a key with a passphrase, and nobody could be asked for it`,
            fix: `Take the passphrase off, and let no other user read the file: openssl pkey -in ${path} -out FILE.`,
        };
    }
    if (text.includes("PRIVATE KEY-----")) {
        return { what: `${path} has a private key in it that can't be read`, fix: "Make the file again." };
    }
    if (bytes[0] === DER_SEQUENCE) {
        return {
            what: `${path} is a key in DER, and PEM is wanted`,
            fix: `Write it as PEM: openssl pkey -inform der -in ${path} -out FILE.`,
        };
    }
    return {
        what: `${path} has no private key in it`,
        fix: "Put the key there as PEM, a text that begins with -----BEGIN PRIVATE KEY-----.",
    };
}
const DER_SEQUENCE = 0x30;
function noMatch(certPath, keyPath) {
    return {
        what: `the key ${keyPath} does not go with the certificate ${certPath}`,
        fix: "Put the key there that the certificate was made for; the two often come from two renewals.",
    };
}


/***/ })

};
