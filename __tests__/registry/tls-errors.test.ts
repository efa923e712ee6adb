import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Certificates, type Flaw, NO_CERTIFICATES } from "../../src/registry/tls/certificates.js";
import { dateError, nameError } from "../../src/registry/tls/certificate-errors.js";
import { isOfTls } from "../../src/registry/tls/codes.js";
import { contextFor } from "../../src/registry/tls/context.js";
import { mayBeOfTls, refuseForCertificate, tlsError } from "../../src/registry/tls/errors.js";
import { handshakeError } from "../../src/registry/tls/handshake-errors.js";
import { secureSide, unverifiedBy } from "../../src/registry/tls/secure.js";

const HOST = "registry.test:5000";
const failure = (code: string, message = "words", more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more });
const openssl = (words: string): Error =>
  failure("EPROTO", `write EPROTO 80:error:0A000410:SSL routines:ssl3_read_bytes:${words}:../deps/ssl.c:1:`);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("two sides that do not agree", () => {
  test.each<[Error, string]>([
    [failure("ERR_SSL_WRONG_VERSION_NUMBER"), "speaks plain HTTP"],
    [failure("ERR_SSL_PACKET_LENGTH_TOO_LONG"), "speaks plain HTTP"],
    [failure("ERR_SSL_HTTP_REQUEST"), "speaks plain HTTP"],
    [openssl("wrong version number"), "speaks plain HTTP"],
    [failure("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"), "asks for a client's certificate"],
    [failure("ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE"), "asks for a client's certificate"],
    [openssl("tlsv1 alert access denied"), "asks for a client's certificate"],
    [
      failure("ERR_SSL_TLSV1_UNRECOGNIZED_NAME"),
      "has no certificate for that name (ERR_SSL_TLSV1_UNRECOGNIZED_NAME)",
    ],
    [failure("ERR_SSL_UNSUPPORTED_PROTOCOL"), "of a kind that is too old to be safe"],
    [failure("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"), "of a kind that is too old to be safe"],
    [failure("ERR_SSL_EE_KEY_TOO_SMALL"), "of a kind that is too old to be safe"],
    [openssl("sslv3 alert handshake failure"), "could be agreed on (EPROTO: sslv3 alert handshake failure)"],
    [failure("EPROTO", "no words of OpenSSL"), "could be agreed on (EPROTO)"],
    [
      failure("ERR_SSL_NO_SHARED_CIPHER", openssl("no shared cipher").message),
      "could be agreed on (ERR_SSL_NO_SHARED_CIPHER)",
    ],
    [failure("ERR_SSL_NO_SHARED_CIPHER"), "could be agreed on (ERR_SSL_NO_SHARED_CIPHER)"],
  ])("(%#) %s says why", (cause, words) => {
    expect(handshakeError({ host: HOST, cause, showsOwn: false })?.message).toContain(words);
  });

  test.each([
    failure("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
    failure("ERR_SSL_TLSV1_ALERT_UNKNOWN_CA"),
  ])("(%#) %s of a server that was shown a certificate is that it takes it not", (cause) => {
    const error = handshakeError({ host: HOST, cause, showsOwn: true });
    expect(error?.message).toContain("does not take the client's certificate");
  });

  test.each([
    failure("ERR_TLS_CERT_ALTNAME_INVALID"),
    failure("CERT_HAS_EXPIRED"),
    failure("ECONNRESET"),
    new Error("x"),
    "x",
  ])("(%#) %s is no such thing", (cause) => {
    expect(handshakeError({ host: HOST, cause, showsOwn: false })).toBeUndefined();
  });

  test("what is no error is not read as one", () => {
    const cause = { code: "EPROTO", message: "error:0A000410:SSL routines:f:unrecognized name:x" };
    expect(handshakeError({ host: HOST, cause, showsOwn: false })?.message).toContain("agreed on (EPROTO)");
  });
});

describe("a TLS connection that failed", () => {
  const flaw = (of: Flaw["of"]): Flaw => ({ of, what: `the file of ${of} is empty`, fix: "Mend it." });
  const told = async (cause: unknown, { flaws = [], own }: Partial<Certificates> = {}): Promise<string> => {
    const certificates = { authorities: [], flaws, ...(own === undefined ? {} : { own }) };
    const look = (): Promise<undefined> => Promise.resolve(undefined);
    return (await tlsError({ host: HOST, cause, secure: { certificates, look } })).message;
  };
  const unknown = failure("SELF_SIGNED_CERT_IN_CHAIN");

  test.each<[unknown, readonly Flaw[], string]>([
    [unknown, [], "is not known here"],
    [unknown, [flaw("authorities")], "the file of authorities is empty"],
    [unknown, [flaw("both")], "the file of both is empty"],
    [unknown, [flaw("own")], "is not known here"],
    [openssl("tlsv13 alert certificate required"), [flaw("own")], "the file of own is empty"],
    [openssl("tlsv13 alert certificate required"), [flaw("authorities")], "asks for a client's certificate"],
    [failure("ECONNRESET"), [flaw("own")], "failed (ECONNRESET), and the file of own is empty"],
    [
      new Error("the connection was closed"),
      [flaw("own")],
      "failed (the connection was closed), and the file",
    ],
    ["no error", [flaw("own")], "failed (), and the file of own is empty"],
    [failure("ERR_SSL_WRONG_VERSION_NUMBER"), [flaw("both")], "speaks plain HTTP"],
    [failure("CERT_HAS_EXPIRED"), [flaw("own")], "has expired"],
    [failure("CERT_HAS_EXPIRED"), [flaw("both")], "has expired"],
    [failure("CERT_REVOKED"), [], "can't be trusted (CERT_REVOKED)"],
    [failure("DEPTH_ZERO_SELF_SIGNED_CERT"), [], "is signed by itself"],
  ])("by %s, where files have the flaws %j, says: %s", async (cause, flaws, words) => {
    expect(await told(cause, { flaws })).toContain(words);
  });

  test("for another name says which names there are", async () => {
    const cause = failure("ERR_TLS_CERT_ALTNAME_INVALID", "x", {
      cert: { subjectaltname: "DNS:*.a.test, DNS:b.test" },
    });
    expect(await told(cause, { flaws: [flaw("both")] })).toContain("is for *.a.test, b.test");
  });

  test.each<[unknown, readonly Flaw[], boolean]>([
    [failure("CERT_REVOKED"), [], true],
    [failure("ECONNRESET"), [], false],
    [failure("ECONNRESET"), [flaw("own")], true],
    [failure("EPIPE"), [flaw("both")], true],
    [new Error("closed"), [flaw("own")], true],
    [failure("ECONNRESET"), [flaw("authorities")], false],
    [failure("ECONNREFUSED"), [flaw("own")], false],
  ])("by %s may be one of TLS, where files have the flaws %j: %s", (cause, flaws, isOne) => {
    expect(mayBeOfTls(cause, { certificates: { ...NO_CERTIFICATES, flaws } })).toBe(isOne);
  });

  test.each([
    ["EPROTO", true],
    ["ERR_SSL_X", true],
    ["ERR_OSSL_X", true],
    ["ERR_CRYPTO_OPERATION_FAILED", true],
    ["INVALID_PURPOSE", true],
    ["UNABLE_TO_GET_ISSUER_CERT", true],
    ["ECONNRESET", false],
    ["ERR_INVALID_CHAR", false],
  ])("by %s is one of TLS: %s", (code, isOne) => {
    expect(isOfTls(failure(code))).toBe(isOne);
  });
});

describe("a certificate", () => {
  const day = 24 * 60 * 60 * 1000;
  const peer = (from: number, to: number) => ({
    subject: "CN=a",
    issuer: "CN=b",
    from: new Date(Date.now() + from * day),
    to: new Date(Date.now() + to * day),
  });

  test("that has expired says when, where it is that one", () => {
    const told = (seen?: ReturnType<typeof peer>): string =>
      dateError({ host: HOST, cause: failure("CERT_HAS_EXPIRED"), peer: seen })?.message ?? "";
    expect(told(peer(-9, -2))).toMatch(/has expired at \d{4}-\d\d-\d\dT/);
    for (const seen of [peer(-9, 2), undefined]) {
      expect(told(seen)).toContain("has expired; this machine");
    }
  });

  test("that is not valid yet says until when, where it is that one", () => {
    const told = (seen?: ReturnType<typeof peer>): string =>
      dateError({ host: HOST, cause: failure("CERT_NOT_YET_VALID"), peer: seen })?.message ?? "";
    expect(told(peer(2, 9))).toMatch(/not valid yet until \d{4}-\d\d-\d\dT/);
    for (const seen of [peer(-9, 9), undefined]) {
      expect(told(seen)).toContain("is not valid yet; this machine");
    }
    expect(dateError({ host: HOST, cause: failure("CERT_REVOKED"), peer: undefined })).toBeUndefined();
  });

  test.each<[object, string]>([
    [{ subjectaltname: "DNS:a.test, IP Address:10.0.0.1" }, "is for a.test, 10.0.0.1,"],
    [{ subjectaltname: "DNS:a.test", subject: { CN: "other" } }, "is for a.test,"],
    [{ subject: { CN: "a.test" } }, "is for a.test,"],
    [{ subject: { CN: "two words" } }, "is for no name that can be read,"],
    [{ subject: {} }, "is for no name that can be read,"],
    [{}, "is for no name that can be read,"],
  ])("with %j names them", (cert, words) => {
    expect(nameError(HOST, failure("ERR_TLS_CERT_ALTNAME_INVALID", "x", { cert })).message).toContain(words);
  });

  test("that can't be seen has no name", () => {
    for (const cause of [failure("ERR_TLS_CERT_ALTNAME_INVALID"), "text"]) {
      expect(nameError(HOST, cause).message).toContain("is for no name that can be read");
    }
  });
});

describe("an answer with 400", () => {
  const refuse = (body: string) => (): void => {
    refuseForCertificate({ url: new URL(`https://${HOST}/`), body: Buffer.from(body) });
  };

  test("is nginx's about the client's certificate by its words alone", () => {
    expect(refuse("<h1>No required SSL certificate was sent</h1>")).toThrow(
      "asks for a client's certificate",
    );
    expect(refuse("<h1>The SSL certificate error</h1>")).toThrow(
      "does not take the client's certificate that it was shown (The SSL certificate error)",
    );
    expect(refuse('{"errors":[{"code":"DIGEST_INVALID"}]}')).not.toThrow();
  });
});

describe("what a connection trusts and shows", () => {
  const own = {
    cert: readFileSync("__tests__/support/tls/client.crt", "utf8"),
    key: readFileSync("__tests__/support/tls/client.key", "utf8"),
  };

  test("is Node's own where there is nothing more, and else all of it", async () => {
    expect(await contextFor({ authorities: [] })).toBeUndefined();
    expect(await contextFor({ authorities: [], own })).toBeDefined();
    expect(await contextFor({ authorities: [own.cert] })).toBeDefined();
    expect(await contextFor({ authorities: [] }, [own.cert])).toBeDefined();
  });

  test("is made where a host has certificates", async () => {
    vi.stubEnv("XDG_CONFIG_HOME", "/nowhere");
    const url = new URL("https://registry.test/");
    const plain = await secureSide({ url, settings: undefined, isNamed: true });
    expect(plain.agentOptions).toEqual({ keepAlive: true });
    const settings = { skipsVerification: false, caFile: "__tests__/support/tls/client.crt" };
    expect((await secureSide({ url, settings, isNamed: true })).agentOptions.secureContext).toBeDefined();
    const shown = {
      skipsVerification: false,
      own: { certFile: "__tests__/support/tls/client.crt", keyFile: "__tests__/support/tls/client.key" },
    };
    expect(
      (await secureSide({ url, settings: shown, isNamed: true })).agentOptions.secureContext,
    ).toBeDefined();
    // The client's own certificate is for the host that the user has named.
    expect((await secureSide({ url, settings: shown, isNamed: false })).certificates.own).toBeUndefined();
  });

  test("is not looked at by a setting's word, or by the variable's, and by no other", () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "1");
    expect(unverifiedBy(undefined)).toBeUndefined();
    expect(unverifiedBy({ skipsVerification: false })).toBeUndefined();
    expect(unverifiedBy({ skipsVerification: true })).toBe("insecure-skip-tls-verify");
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    expect(unverifiedBy({ skipsVerification: false })).toBe("NODE_TLS_REJECT_UNAUTHORIZED");
  });
});
