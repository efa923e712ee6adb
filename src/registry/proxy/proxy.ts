import { codeOf } from "../../core/base/system-error.js";

/** A proxy that the environment names. */
export interface Proxy {
  readonly protocol: "http:" | "https:";
  /** An IPv6 address has no brackets here. */
  readonly hostname: string;
  readonly port: number;
  /** `host:port`, for messages. */
  readonly host: string;
  /** The variable that names it. */
  readonly variable: string;
  /** The header that signs in there. It is for the proxy alone. */
  readonly authorization?: string;
}

/** An error between this program and a proxy, before any server was asked. It is never taken for the server's own. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
  readonly proxy: Proxy;
  /** The answer to CONNECT, where there was one. */
  readonly status: number | undefined;
  /** `EPROXYBUSY`: it may go better in a moment. */
  readonly code: "EPROXY" | "EPROXYBUSY";

  constructor(proxy: Proxy, about: { readonly status?: number | undefined; readonly cause?: unknown }) {
    super("the proxy failed", { cause: about.cause });
    this.proxy = proxy;
    this.status = about.status;
    const isBusy = BUSY.has(about.status ?? 0) || PASSING.has(codeOf(about.cause));
    this.code = isBusy ? "EPROXYBUSY" : "EPROXY";
  }
}

const BUSY = new Set([429, 502, 503, 504]);
const PASSING = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);
