import type { EcrPlace } from "../../../core/names/registry-kind.js";

const HOST =
  /^(\d{12})\.dkr(?:\.ecr(-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.(amazonaws\.com(?:\.cn)?)|-ecr(-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.on\.aws)$/;

/**
 * Returns the account, the region and the API of a private registry of Amazon ECR, by its host's name alone; `undefined` of every other host. The addresses are those
 * of "Amazon ECR endpoints and quotas": what can be reached by IPv6 has an API that can, and a registry for FIPS has an API for it.
 */
export function ecrAt(host: string): EcrPlace | undefined {
  const [, account = "", fips, region, suffix = "", fipsOfBoth, regionOfBoth] = HOST.exec(host) ?? [];
  if (regionOfBoth !== undefined) {
    const api = `https://ecr${fipsOfBoth ?? ""}.${regionOfBoth}.api.aws`;
    return { account, region: regionOfBoth, api };
  }
  if (region === undefined) return undefined;
  const name = fips === undefined ? "api.ecr" : "ecr-fips";
  return { account, region, api: `https://${name}.${region}.${suffix}` };
}
