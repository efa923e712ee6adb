import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pushImage } from "../../../scripts/images.mjs";

const folder = () => process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker");

/**
 * Writes down a login as Docker's client does.
 * @param {string} host
 * @param {string} username
 * @param {string} password
 */
export function saveLogin(host, username, password) {
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  mkdirSync(folder(), { recursive: true });
  writeFileSync(join(folder(), "config.json"), JSON.stringify({ auths: { [host]: { auth } } }));
}

/**
 * Pushes a new image as this reference, with the login that was written down. PUSH_FAILS stands for a full disk; PUSH_TO is
 * where GitHub's stand-in takes images.
 * @param {string} reference
 */
export async function push(reference) {
  if (process.env["PUSH_FAILS"] !== undefined) {
    throw new Error("received unexpected HTTP status: 500 Internal Server Error");
  }
  const [, host = "", name = "", tag = ""] = /^([^/]+)\/(.+):([\w.-]+)$/.exec(reference) ?? [];
  if (tag === "") throw new Error(`invalid reference format: ${reference}`);
  const base = process.env["PUSH_TO"] ?? `http://${host}`;
  const { auths } = JSON.parse(readFileSync(join(folder(), "config.json"), "utf8"));
  const auth = auths[host]?.auth;
  if (auth === undefined) throw new Error(`no login for ${host}`);
  const headers = process.env["PUSH_TO"] === undefined ? { authorization: `Basic ${auth}` } : {};
  await pushImage({ base, name, headers }, [tag]);
}
