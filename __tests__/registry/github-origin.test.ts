import { expect, test } from "vitest";
import { createGitHubApi } from "../../src/registry/github/api.js";
import type { Http } from "../../src/registry/http/http.js";
import type { HttpRequest } from "../../src/registry/http/message.js";

/** The API of a GitHub, and every request that was sent. */
async function apiAt(api: string) {
  const sent: HttpRequest[] = [];
  const http: Http = {
    send: (request) => {
      sent.push(request);
      const headers = { "content-type": "application/json" };
      return Promise.resolve({ status: 200, headers, body: Buffer.from("{}"), url: request.url });
    },
    atOnce: () => 1,
    close: () => undefined,
  };
  const client = await createGitHubApi({ http, api, token: "ghs_its-own", userAgent: "test" });
  return { client, sent };
}

test("a token goes to the API that it belongs to", async () => {
  const { client, sent } = await apiAt("https://github.example.com/api/v3");
  await client.ask("GET /user");
  expect(sent.map(({ url, headers }) => [url.href, headers?.["authorization"]])).toEqual([
    ["https://github.example.com/api/v3/user", "token ghs_its-own"],
  ]);
});

test.each([
  "https://elsewhere.example/user",
  "https://github.example.com:8443/api/v3/user",
  "http://github.example.com/api/v3/user",
  "https://github.example.com.evil.example/api/v3/user",
])("and not to %s, whoever names that", async (address) => {
  const { client, sent } = await apiAt("https://github.example.com/api/v3");
  await expect(client.ask(`GET ${address}`)).rejects.toThrow(/which gets no token/);
  await expect(client.ask("GET /user", { baseUrl: address.replace("/user", "") })).rejects.toThrow(
    /which gets no token/,
  );
  expect(sent).toEqual([]);
});
