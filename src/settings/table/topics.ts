import type { SettingName } from "./settings.js";

/** Settings that serve the same end, in the order in which a newcomer needs them. */
export interface Topic {
  readonly title: string;
  readonly settings: readonly SettingName[];
}

/** The topics of all settings, each of which is in one. */
export const TOPICS: readonly Topic[] = [
  {
    title: "Where, and what to do",
    settings: ["command", "image", "registry", "shards", "if-missing", "dry-run"],
  },
  {
    title: "What stays",
    settings: [
      "keep",
      "sort",
      "group-by",
      "keep-younger-than",
      "max-size",
      "include",
      "exclude",
      "protect",
      "protect-from",
      "policy",
      "untagged-older-than",
    ],
  },
  {
    title: "Limits of a run",
    settings: ["max-deletions", "allow-empty", "time-limit", "concurrency", "cache", "cache-dir"],
  },
  { title: "Special cases", settings: ["untag", "orphans", "dangling"] },
  {
    title: "Signing in",
    settings: [
      "username",
      "password",
      "plain-http",
      "token-servers",
      "ca-file",
      "cert-file",
      "key-file",
      "insecure-skip-tls-verify",
      "github-token",
      "github-api-url",
      "github-registry",
    ],
  },
  { title: "Plan, approve, undo", settings: ["plan", "plan-sha256", "journal", "tags", "outside-workspace"] },
  {
    title: "The registry's disk",
    settings: [
      "gc-container",
      "gc-command",
      "gc-min-bytes",
      "gc-timeout",
      "trust-gc-container",
      "storage",
      "offline",
      "uploads-older-than",
    ],
  },
  { title: "Checking a registry", settings: ["registry-config", "s3-policy"] },
];
