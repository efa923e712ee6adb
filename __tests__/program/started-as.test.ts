import { describe, expect, test } from "vitest";
import { helpWords, type Start, startedAs } from "../../src/cli/started-as.js";
import { restoreCommand, type StartedAs } from "../../src/report/words/own-command.js";

const NODE = "/usr/bin/node";
const HOME = "/home/ci";
const PATH = "/usr/local/bin:/usr/bin:/bin";

function start(script: string, more: Partial<Start> = {}): Start {
  return { execPath: NODE, argv0: "node", script, env: { PATH }, cwd: HOME, ...more };
}

const NPX = { PATH: `/home/ci/app/node_modules/.bin:${PATH}`, npm_command: "exec" };
const BINARY = { execPath: "/opt/prune-image-tags-linux-x64" };

// These are paths as Linux and macOS have them.
describe.skipIf(process.platform === "win32")("the words that start the program again", () => {
  test.each<[string, Start, string]>([
    [
      "npx, of a project",
      start("/home/ci/app/node_modules/.bin/prune-image-tags", { env: NPX }),
      "npx prune-image-tags",
    ],
    [
      "npx, of its cache",
      start("/home/ci/.npm/_npx/1f/node_modules/.bin/prune-image-tags"),
      "npx prune-image-tags",
    ],
    [
      "a script of package.json",
      start("/home/ci/node_modules/prune-image-tags/dist/cli.js"),
      "npx prune-image-tags",
    ],
    ["a global installation", start("/usr/local/bin/prune-image-tags"), "prune-image-tags"],
    ["a file of another name on the path", start("/usr/local/bin/p.mjs"), "node /usr/local/bin/p.mjs"],
    ["a link to it that is not on the path", start("/srv/prune-image-tags"), "node /srv/prune-image-tags"],
    ["a file below this folder", start("/home/ci/app/dist/cli.js"), "node app/dist/cli.js"],
    ["a file here", start("/home/ci/prune-image-tags.mjs"), "node prune-image-tags.mjs"],
    ["a file elsewhere", start("/opt/prune-image-tags.mjs"), "node /opt/prune-image-tags.mjs"],
    ["a file with a blank in its name", start("/opt/my tools/p.mjs"), "node '/opt/my tools/p.mjs'"],
    ["a folder whose name begins as this one's does", start("/home/ci2/p.mjs"), "node /home/ci2/p.mjs"],
    [
      "a Node that is not on the path",
      start("/home/ci/p.mjs", { execPath: "/opt/n/node" }),
      "/opt/n/node p.mjs",
    ],
    ["the binary, by its path", start("./prune", { ...BINARY, argv0: "./prune" }), "./prune"],
    ["the binary, on the path", start("prune", { ...BINARY, argv0: "prune" }), "prune"],
    ["the binary, by a path with a blank", start("/a b/p", { ...BINARY, argv0: "/a b/p" }), "'/a b/p'"],
    ["no path at all", start("/home/ci/p.mjs", { env: {} }), "/usr/bin/node p.mjs"],
  ])("%s", (_, how, words) => {
    expect(startedAs(how)).toEqual({ kind: "shell", words });
  });

  test("in a container they are those of its image, whatever is in it", () => {
    const env = { PATH, PRUNE_IMAGE_TAGS_IMAGE: "ghcr.io/x/y:1" };
    expect(startedAs(start("prune", { argv0: "prune", env }))).toEqual({
      kind: "container",
      image: "ghcr.io/x/y:1",
    });
    expect(helpWords(start("prune", { argv0: "prune", env }))).toBe("docker run --rm ghcr.io/x/y:1");
  });
});

describe("the command that restores", () => {
  const container: StartedAs = { kind: "container", image: "ghcr.io/x/y:1" };

  const ACCESS = {
    plainHttp: ["10.0.0.1:5000"],
    tokenServers: ["auth:1"],
    username: "ci",
    image: "10.0.0.1:5000/team/app",
  };

  test.for<[StartedAs, string, string | undefined, string]>([
    [{ kind: "shell", words: "npx p" }, "/tmp/j", undefined, " npx p restore /tmp/j [TAG…]"],
    [{ kind: "shell", words: "npx p" }, "/tmp/my j", "1.0.0", " npx p restore '/tmp/my j' 1.0.0"],
    [container, "/ws/j", "1.0.0", " docker run --rm -v /ws:/ws ghcr.io/x/y:1 restore /ws/j 1.0.0"],
    [
      container,
      "/my ws/j",
      "1.0.0",
      " docker run --rm -v '/my ws':'/my ws' ghcr.io/x/y:1 restore '/my ws/j' 1.0.0",
    ],
    [
      container,
      "/state/prune-image-tags/j",
      undefined,
      " docker run --rm -v prune-image-tags:/state ghcr.io/x/y:1 restore /state/prune-image-tags/j [TAG…]",
    ],
    [
      { kind: "shell", words: "npx p", access: ACCESS },
      "/tmp/j",
      undefined,
      " npx p restore /tmp/j --plain-http 10.0.0.1:5000 --token-servers auth:1 --image 10.0.0.1:5000/team/app --username ci --password-stdin [TAG…]",
    ],
    [
      { ...container, access: { ...ACCESS, plainHttp: [], tokenServers: [] } },
      "/ws/j",
      "1.0.0",
      " docker run --rm -i -v /ws:/ws ghcr.io/x/y:1 restore /ws/j --image 10.0.0.1:5000/team/app --username ci --password-stdin 1.0.0",
    ],
    [
      { kind: "step", uses: "o/r@v1", access: ACCESS },
      "/tmp/j",
      undefined,
      [
        "",
        "- uses: o/r@v1",
        "  with:",
        "    command: restore",
        "    journal: /tmp/j",
        '    plain-http: "10.0.0.1:5000"',
        '    token-servers: "auth:1"',
        '    image: "10.0.0.1:5000/team/app"',
        "    username: ${{ secrets.REGISTRY_USERNAME }} # as in this step",
        "    password: ${{ secrets.REGISTRY_PASSWORD }}",
      ].join("\n"),
    ],
    [
      { kind: "step", uses: "o/r@v1" },
      "/tmp/j",
      undefined,
      "\n- uses: o/r@v1\n  with:\n    command: restore\n    journal: /tmp/j",
    ],
    [
      { kind: "step" },
      "C:\\a: b\\j",
      "1.10",
      '\n- uses: ./\n  with:\n    command: restore\n    journal: "C:\\\\a: b\\\\j"\n    tags: "1.10"',
    ],
  ])("by %j, from %s, of %s", ([how, journal, what, words]) => {
    expect(restoreCommand(journal, how, what)).toBe(words);
  });
});
