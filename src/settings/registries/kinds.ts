import type { RegistryAccount, RegistryKind } from "../../core/names/registry-kind.js";
import { DISTRIBUTION_RULES } from "./distribution.js";
import { DOCKER_HUB_RULES } from "./docker-hub.js";
import { GITHUB_RULES } from "./github.js";
import type { KindRules, KindSettings } from "./kind.js";

/**
 * The rules of each kind of registry. They stand here and not beside the clients (src/registry/kinds.ts), for settings are read before any registry is asked, and
 * know nothing of registries.
 */
const RULES: Readonly<Record<RegistryKind, KindRules>> = {
  distribution: DISTRIBUTION_RULES,
  github: GITHUB_RULES,
  "docker-hub": DOCKER_HUB_RULES,
};

/** The rules of all kinds. */
export const KINDS: readonly KindRules[] = Object.values(RULES);

/** Returns how to reach the registry at a host: as its kind says, or as Distribution where no kind owns the host. */
export function accountAt(host: string, settings: KindSettings): RegistryAccount {
  const [account] = KINDS.flatMap(({ owns }) => owns(host, settings) ?? []);
  const { ecr } = settings;
  return account ?? { kind: "distribution", ...(ecr === undefined ? {} : { ecr }) };
}

/** Returns the rules for the registry at a host. */
export function rulesAt(host: string, settings: KindSettings): KindRules {
  return RULES[accountAt(host, settings).kind];
}
