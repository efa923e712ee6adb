import type { OpenOptions } from "./connection/connection.js";
import { KINDS } from "./kinds.js";
import type { RegistryReader, RegistryWith, Right } from "./port/registry.js";

/**
 * Makes the client for a host, with those abilities alone that the rights are for: one that is opened to pull has no method that deletes. Sends nothing yet.
 * @throws {RegistryError} where a GitHub's registry is to be opened without a token
 */
export async function openRegistry<const Rights extends readonly Right[]>(
  options: OpenOptions<Rights>,
): Promise<RegistryWith<Rights>> {
  const { account, rights } = options;
  const { reader, deleter, writer } = await KINDS[account?.kind ?? "distribution"].open(options);
  // The compiler does not follow which abilities go with which rights; __tests__/registry/rights.test.ts does.
  return {
    ...reader,
    ...(rights.includes("delete") ? deleter : {}),
    ...(rights.includes("push") ? writer : {}),
  } as RegistryReader as RegistryWith<Rights>;
}
