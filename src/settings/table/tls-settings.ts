import { CONNECTED } from "./commands.js";
import type { Setting } from "./setting.js";

/** The settings of TLS, beside Docker's own folders of certificates. */
export const TLS_SETTINGS = [
  {
    name: "ca-file",
    type: "text",
    otherwise: "those that this system and Node trust",
    commands: CONNECTED,
    isFile: true,
    help:
      "File with the certificates, as PEM, of authorities to trust besides the usual ones: for the registry, and for wherever it sends to. " +
      "Docker's `/etc/docker/certs.d/HOST/ca.crt` counts without it.",
  },
  {
    name: "cert-file",
    type: "text",
    otherwise: "none",
    commands: CONNECTED,
    isFile: true,
    help:
      "File with the client's own certificate, as PEM, for a registry that asks for one. It is shown to the registry alone, and needs `key-file`. " +
      "Docker's `/etc/docker/certs.d/HOST/client.cert` and `client.key` count without it.",
  },
  {
    name: "key-file",
    type: "text",
    otherwise: "none",
    commands: CONNECTED,
    isFile: true,
    help: "File with the key, as PEM and without a passphrase, that goes with `cert-file`.",
  },
  {
    name: "insecure-skip-tls-verify",
    type: "boolean",
    default: "false",
    commands: CONNECTED,
    help:
      "`true`: nobody's certificate is looked at, so whoever is on the way can read the password and answer in the registry's place. Each run warns of it. " +
      "`ca-file` is the safe way. It is no setting for GitHub's registry.",
  },
] as const satisfies readonly Setting[];
