import { isIP, type LookupFunction } from "node:net";
import type { Duplex } from "node:stream";
import { connect, type DetailedPeerCertificate } from "node:tls";
import { cutEnd } from "../../core/base/cut.js";
import type { PeerCertificate } from "./certificates.js";

/** The way to a server. */
export interface PeerWay {
  readonly url: URL;
  readonly lookup?: LookupFunction | undefined;
  /** Opens a connection through a proxy. */
  readonly open?: () => Promise<Duplex>;
}

const DEADLINE_MS = 5000;

/** Connects once more, without looking at the certificate's worth and without a word of HTTP, to say what is in it. Never throws. */
export async function lookAtPeer({ url, lookup, open }: PeerWay): Promise<PeerCertificate | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const through = await open?.().catch(() => undefined);
  if (open !== undefined && through === undefined) return undefined;
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(url.port === "" ? 443 : url.port),
      servername: isIP(host) === 0 ? host : "",
      rejectUnauthorized: false,
      ...(lookup === undefined ? {} : { lookup }),
      ...(through === undefined ? {} : { socket: through }),
    });
    const end = (found: PeerCertificate | undefined): void => {
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

function read(found: DetailedPeerCertificate): PeerCertificate | undefined {
  const { subject, issuer, valid_from: from, valid_to: to } = found as Partial<DetailedPeerCertificate>;
  if (subject === undefined || issuer === undefined || from === undefined || to === undefined) {
    return undefined;
  }
  return { subject: nameOf(subject), issuer: nameOf(issuer), from: new Date(from), to: new Date(to) };
}

const LONGEST = 100;

function nameOf(fields: Partial<Record<string, string | string[]>>): string {
  const texts = ["CN", "O"].flatMap((key) => {
    const value = fields[key];
    return value === undefined ? [] : [`${key}=${[value].flat().join(" ")}`];
  });
  return texts.length === 0
    ? "no name"
    : cutEnd(texts.join(", ").replace(/[\u0000-\u001f\u007f]+/g, " "), LONGEST);
}
