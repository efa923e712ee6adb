import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { tag } from "../support/contract.js";
import { openPort } from "../support/distributions.js";
import { startProxy } from "../support/proxy.js";

const LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const hash = (body: string): string => `sha256:${createHash("sha256").update(body).digest("hex")}`;
const CHILD = `sha256:${"c".repeat(64)}`;
const list = JSON.stringify({
  schemaVersion: 2,
  mediaType: LIST,
  manifests: [{ mediaType: IMAGE, digest: CHILD }],
});
const converted = JSON.stringify({ schemaVersion: 1, fsLayers: [], history: [], tag: "1.0.0" });

/**
 * Starts a stand-in for a registry that compares whole Accept lines, as Distribution up to 2.4 does (measured on 2.4.1): what a line does not name alone is converted
 * to schema 1. 2.3.0 puts the list's own digest beside that.
 */
async function startOld(saidWith: "its own" | "the list's") {
  const lines: string[][] = [];
  const listener: RequestListener = ({ rawHeaders, url = "" }, response) => {
    const accepted = rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === "accept");
    lines.push(accepted);
    const isList = accepted.includes(LIST);
    const body = isList ? list : converted;
    if (url.includes("sha256:") && !(url.endsWith(hash(list)) && saidWith === "the list's")) {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
      return;
    }
    const said = saidWith === "the list's" ? hash(list) : hash(body);
    response.writeHead(200, {
      "content-type": isList ? LIST : SCHEMA1,
      "docker-content-digest": said,
      "content-length": body.length,
    });
    response.end(body);
  };
  const server = createServer(listener).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, image: `${host}/team/app`, lines };
}

test("each media type is accepted by a line of its own", async () => {
  const { image, lines } = await startOld("its own");
  const { port, repository } = await openPort({ image });
  expect(await port.readManifest(repository, tag("1.0.0"))).toMatchObject({
    digest: hash(list),
    manifest: { kind: "index", children: [CHILD] },
  });
  expect(await port.resolveTag(repository, tag("1.0.0"))).toBe(hash(list));
  const four = [
    "application/vnd.oci.image.index.v1+json",
    LIST,
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
  ];
  expect(lines).toEqual([four, four]);
});

test.each(["its own", "the list's"] as const)(
  "a list that is converted all the same, because a proxy joins the lines, is not trusted (said with %s digest)",
  async (saidWith) => {
    const old = await startOld(saidWith);
    const proxy = await startProxy(`http://${old.host}`, { joinsAccept: true });
    onTestFinished(() => proxy.stop());
    const { port, repository } = await openPort({ image: `${proxy.host}/team/app` });
    await expect(port.readManifest(repository, tag("1.0.0"))).rejects.toThrow("can't be trusted");
    expect(old.lines.every((lines) => lines.length === 1)).toBe(true);
  },
);
