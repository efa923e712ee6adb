import { codeOf } from "../../core/base/system-error.js";

// OpenSSL's words for an authority that is not known here.
const UNKNOWN_AUTHORITY = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
// Its words for everything else that a certificate can have wrong (X509_V_ERR_…, as Node names them).
const WRONG = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "CRL_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_SIGNATURE_FAILURE",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_GET_CRL",
  "UNSPECIFIED",
]);

/** True if an error says that no authority which is known here signed a certificate. */
export function isUnknownAuthority(error: unknown): boolean {
  return UNKNOWN_AUTHORITY.has(codeOf(error));
}

/** True if an error is one of TLS: of a certificate, of a key, or of what two programs agree on. */
export function isOfTls(error: unknown): boolean {
  const code = codeOf(error);
  return (
    isUnknownAuthority(error) ||
    WRONG.has(code) ||
    /^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_|ERR_CRYPTO_OPERATION_FAILED$|EPROTO$)/.test(code)
  );
}
