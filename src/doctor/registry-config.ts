import { type Finding, finding } from "../core/result/finding.js";
import { isObject, textAt } from "../core/base/json.js";
import { examineVariables, lineText, readVariables, settingsOf, valueAt } from "./environment.js";
import { examineSettings, type RegistrySettings } from "./storage-rules.js";
import { readYaml, type YamlSource } from "../yaml/yaml-source.js";

const CHECK = "registry-config";

type Read = Extract<YamlSource, { readonly kind: "read" }>;

/**
 * Examines a registry's configuration (`config.yml`), or a compose file whose services have it in their `environment`.
 * @param text YAML
 */
export function examineRegistryConfig(text: string): readonly Finding[] {
  const source = readYaml(text, "1.1");
  if (source.kind === "broken") {
    const fix = "Correct it; a registry does not start with it either.";
    return source.errors.map((error) =>
      finding("problem", CHECK, { message: `It is not YAML: ${error}.`, fix }),
    );
  }
  const { value } = source;
  if (isObject(value) && isObject(value["services"])) return examineCompose(source, value["services"]);
  if (isObject(value) && "environment" in value && !("storage" in value)) {
    return examineService(source, { name: "environment", path: [], service: value });
  }
  if (isObject(value) && isObject(value["storage"])) return examineSettings(settingsOfFile(source));
  const message =
    "It is neither a registry's configuration, which has a storage section, nor a compose file.";
  const fix =
    "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or its compose file.";
  return [finding("problem", CHECK, { message, fix })];
}

function settingsOfFile({ value, lineOf }: Read): RegistrySettings {
  return {
    subject: "The configuration",
    defaults: "program",
    at: (...path) => valueAt(value, path),
    where: (...path) => lineText(lineOf(path)),
    write: (path, wanted) => `${path}: ${wanted}`,
  };
}

/** A service of a compose file. */
interface Service {
  readonly name: string;
  readonly path: readonly string[];
  readonly service: Readonly<Record<string, unknown>>;
}

function examineCompose(source: Read, services: Readonly<Record<string, unknown>>): readonly Finding[] {
  const registries = Object.entries(services).flatMap(([name, service]) =>
    isObject(service) && isRegistry(service) ? [{ name, path: ["services", name], service }] : [],
  );
  if (registries.length === 0) {
    const message =
      "No service of the compose file is a registry: none uses a registry's image or sets a registry's variables.";
    return [finding("unknown", CHECK, { message, fix: "Give the file that the registry is started with." })];
  }
  return registries.flatMap((service) => examineService(source, service));
}

// Other programs have variables such as REGISTRY_URL, so only the sections of a registry's configuration count.
const SECTION = /^REGISTRY_(?:STORAGE|HTTP|AUTH|PROXY|LOG|HEALTH|NOTIFICATIONS)(?:_|$)/;

function isRegistry(service: Readonly<Record<string, unknown>>): boolean {
  const image = textAt(service, "image") ?? "";
  const variables = readVariables(service["environment"], () => undefined);
  return isOfficial(image) || variables.some(({ name }) => SECTION.test(name));
}

/** True for the official images: `registry:2`, `docker.io/library/registry@sha256:…`, `ghcr.io/distribution/distribution:3`. */
function isOfficial(image: string): boolean {
  return /^(?:(?:docker\.io\/)?(?:library\/)?registry|(?:[^/]+\/)?distribution\/distribution)(?:[:@]|$)/.test(
    image,
  );
}

function examineService(source: Read, { name, path, service }: Service): readonly Finding[] {
  const subject = path.length === 0 ? "The environment" : `Service ${name}`;
  const lineOf = (step: string | number): number | undefined => source.lineOf([...path, "environment", step]);
  const variables = readVariables(service["environment"], lineOf);
  const defaults = hasUnseenSettings(service) ? "unseen" : "image";
  return [
    ...examineVariables(subject, variables),
    ...examineSettings(settingsOf(variables, { subject, defaults })),
  ];
}

/** True if a service may get settings from a place that is not seen here: a configuration file, or more variables. */
function hasUnseenSettings(service: Readonly<Record<string, unknown>>): boolean {
  const volumes = JSON.stringify([service["volumes"], service["configs"]]);
  const isMounted = /\/etc\/(?:docker\/registry|distribution)\b/.test(volumes);
  const isUnseen = ["command", "env_file", "extends", "build"].some((key) => key in service);
  return isMounted || isUnseen || !isOfficial(textAt(service, "image") ?? "");
}
