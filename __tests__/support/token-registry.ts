import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startRegistry } from "../../scripts/registry.mjs";
import { type Stage, stageOf } from "./proxied.js";
import { startTokenServer, type TokenServer } from "./token-server.js";

const tls = join(import.meta.dirname, "tls");

/** A repository of a registry that demands tokens, which its token server gives to everybody. Push to `repo`, which has a token; prune `image`. */
export interface TokenStage extends Omit<Stage, "repo"> {
  readonly repo: Stage["repo"] & { readonly headers: { readonly authorization: string } };
  readonly tokens: TokenServer;
}

/** Starts such a registry and its token server; both are stopped when the test ends. */
export async function startTokenStage(): Promise<TokenStage> {
  const names = { issuer: "tests", service: "registry" };
  const [key, certificate] = await Promise.all(
    ["token.key", "token.crt"].map((file) => readFile(join(tls, file), "utf8")),
  );
  if (key === undefined || certificate === undefined) throw new Error("both files were read");
  const tokens = await startTokenServer({ ...names, key, certificate });
  onTestFinished(() => tokens.stop());
  const registry = await startRegistry({
    token: { ...names, realm: tokens.url, rootcertbundle: join(tls, "token.crt") },
  });
  onTestFinished(() => registry.stop());
  const made = await stageOf(registry);
  const scope = `repository:${made.repo.name}:pull,push,delete`;
  const answer = await fetch(`${tokens.url}?service=${names.service}&scope=${scope}`);
  const { token } = (await answer.json()) as { token: string };
  tokens.requests.length = 0;
  return { ...made, tokens, repo: { ...made.repo, headers: { authorization: `Bearer ${token}` } } };
}
