import { ON_GITHUB } from "./commands.js";
import type { Setting } from "./setting.js";

/** The part of the settings table about images on GitHub's container registry. */
export const GITHUB_SETTINGS = [
  {
    name: "github-token",
    type: "text",
    inAction: "${{ github.token }}",
    otherwise: "`github.token` in the action; else `GITHUB_TOKEN`, then Docker's configuration",
    commands: ON_GITHUB,
    help:
      "Token for images on `ghcr.io` (or the registry of a GitHub Enterprise). It goes to that registry and to GitHub's API alone, and only where `image` names one there. " +
      "`github.token` needs `permissions: packages: write`; a personal access token is a classic one with `read:packages` and `delete:packages`. `password` is used instead where it is given.",
  },
  {
    name: "github-api-url",
    type: "text",
    otherwise: "`GITHUB_API_URL`, else https://api.github.com",
    commands: ON_GITHUB,
    help: "Address of the API of a GitHub Enterprise, such as `https://github.example.com/api/v3`.",
  },
  {
    name: "github-registry",
    type: "text",
    otherwise: "by `github-api-url`: `ghcr.io`, or `containers.` and the Enterprise's host",
    commands: ON_GITHUB,
    help: "Host of the container registry that belongs to `github-api-url`.",
  },
] as const satisfies readonly Setting[];
