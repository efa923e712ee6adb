import { type Finding, finding } from "../core/result/finding.js";
import { isObject, textAt } from "../core/base/json.js";
import { examineChart, isRegistryChart, looksLikeValues, OTHER_CHART } from "./config/helm.js";
import { isKubernetes, readKubernetes } from "./config/kubernetes.js";
import { examineStart, examineStorageVariables } from "./config/start.js";
import { examineVariables, lineText, parseValue, readVariables, settingsOf, valueAt } from "./environment.js";
import { examineSettings, type RegistrySettings } from "./storage-rules.js";
import { readYaml, type YamlSource } from "../yaml/yaml-source.js";
import type { Fields } from "./config/fields.js";

const CHECK = "registry-config";

type Read = Extract<YamlSource, { readonly kind: "read" }>;

/**
 * Examines a registry's configuration (`config.yml`), or a file that has it within: a compose file, manifests of Kubernetes, the values of a chart, a file of
 * variables.
 * @param text YAML, JSON, or lines of `NAME=value`
 */
export function examineRegistryConfig(text: string): readonly Finding[] {
  const variables = readVariableFile(text);
  if (variables !== undefined) {
    return examineService({ lineOf: () => undefined }, { name: "environment", path: [], service: variables });
  }
  const source = readYaml(text, "1.1");
  if (source.kind === "broken") {
    const fix = "Correct it; a registry does not start with it either.";
    return source.errors.map((error) =>
      finding("problem", CHECK, { message: `It is not YAML: ${error}.`, fix }),
    );
  }
  return isObject(source.value) ? examineMap(text, source, source.value) : [NOT_RECOGNISED];
}

function examineMap(text: string, source: Read, value: Fields): readonly Finding[] {
  if (isKubernetes(value)) return examineKubernetes(text);
  const services = servicesOf(value);
  if (services !== undefined) return examineCompose(source, services);
  if ("environment" in value && !("storage" in value)) {
    return examineService(source, { name: "environment", path: [], service: value });
  }
  if (isRegistryChart(value)) return examineChart({ value, lineOf: source.lineOf });
  if ("storage" in value || ("version" in value && "http" in value)) return examineFile(source, value);
  return looksLikeValues(value) ? [OTHER_CHART] : [NOT_RECOGNISED];
}

const NOT_RECOGNISED = finding("problem", CHECK, {
  message:
    "It is neither a registry's configuration, which has a storage section, nor a compose file, Kubernetes manifests, the values of a chart or a file of variables.",
  fix: "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or what it is started with.",
});

/** Returns the services of a compose file; of version 1, which has them at the top. `undefined` where there are none. */
function servicesOf(
  value: Fields,
): { readonly path: readonly string[]; readonly services: Fields } | undefined {
  const { services } = value;
  if (isObject(services)) return { path: ["services"], services };
  const all = Object.values(value);
  const isService = (one: unknown): boolean => isObject(one) && ("image" in one || "build" in one);
  const isOld = all.length > 0 && all.every(isObject) && all.some(isService) && !("storage" in value);
  const hasPlainImage = all.every((one) => !isObject(one) || !isObject(one["image"]));
  return isOld && hasPlainImage ? { path: [], services: value } : undefined;
}

function examineFile(source: Read, value: Fields): readonly Finding[] {
  const { storage } = value;
  if (storage === undefined || storage === null || (isObject(storage) && Object.keys(storage).length === 0)) {
    return [NO_STORAGE];
  }
  const settings = settingsOfFile(source, "The configuration", "");
  return [
    ...source.oddities.map((oddity) => passedOver(oddity)),
    ...examineStart({ value, where: settings.where, writtenAt: (...path) => source.writtenAt(path) }),
    ...examineSettings(settings),
  ];
}

const NO_STORAGE = finding("problem", CHECK, {
  message: "It has no storage, and a registry does not start with it.",
  fix: "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or its compose file.",
});

function passedOver(oddity: string): Finding {
  return finding("warning", CHECK, {
    message: `The registry passes over something: ${oddity}. Of a key that is there twice the last counts, and of several documents the first.`,
    fix: "Take out what does not count.",
  });
}

/** @param of the file's own name, where lines are counted within it */
function settingsOfFile({ value, lineOf }: Read, subject: string, of: string): RegistrySettings {
  return {
    subject,
    defaults: "program",
    at: (...path) => valueAt(value, path),
    where: (...path) => lineText(lineOf(path)).replace(/\)$/, of === "" ? ")" : ` of ${of})`),
    write: (path, wanted) => `${path}: ${wanted}`,
  };
}

/** Examines the manifests of Kubernetes in a file: the containers of registries, and the configurations in ConfigMaps and Secrets. */
function examineKubernetes(text: string): readonly Finding[] {
  const values = text.split(/^---(?:[ \t].*)?\r?$/m).flatMap((document) => {
    const source = readYaml(document, "1.1");
    return source.kind === "read" && isKubernetes(source.value) ? [source.value] : [];
  });
  const { kinds, containers, files } = readKubernetes(values);
  const found = [
    ...files.flatMap(({ name, text: within }) => examineWithin(name, within)),
    ...containers
      .filter(({ service }) => isRegistry(service))
      .flatMap((container) =>
        examineService({ lineOf: () => undefined }, { ...container, path: ["container"] }),
      ),
  ];
  if (found.length > 0) return resolved(found);
  const message = `It has objects of Kubernetes (${kindsText(kinds)}), and nothing in them is a registry: no container of its image, no configuration.`;
  const fix = "Give the manifests of the registry's Deployment and of the ConfigMap with its config.yml.";
  return [finding("unknown", CHECK, { message, fix })];
}

function kindsText(kinds: readonly string[]): string {
  const plain = [...new Set(kinds.filter((kind) => /^[A-Za-z]{1,60}$/.test(kind)))];
  return plain.slice(0, 5).join(", ");
}

/** Leaves out what a container leaves to a file that is here too. */
function resolved(found: readonly Finding[]): readonly Finding[] {
  const isDecided = found.some(({ check, kind }) => check === "config-deletes" && kind !== "unknown");
  return isDecided
    ? found.filter(({ check, kind }) => check !== "config-deletes" || kind !== "unknown")
    : found;
}

/** Examines a file that is written within another; nothing where it is no registry's configuration. */
function examineWithin(name: string, text: string): readonly Finding[] {
  const source = readYaml(text, "1.1");
  if (source.kind !== "read" || !isObject(source.value)) return [];
  const { value } = source;
  if (!("storage" in value) || !("version" in value || "http" in value)) return [];
  const file = /^[\w.-]{1,60}$/.test(name) ? name : "the file";
  const settings = settingsOfFile(source, file, file);
  return [
    ...examineStart({ value, where: settings.where, writtenAt: (...path) => source.writtenAt(path) }),
    ...examineSettings(settings),
  ];
}

const VARIABLE = /^(?:export\s+)?[A-Za-z_]\w*(?:=.*)?$/;

/** Returns the variables of a file of `NAME=value`, as `docker run --env-file` reads it, in the form of a service; `undefined` where it is none. */
function readVariableFile(text: string): Fields | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const written = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const isOne = written.some((line) => line.includes("=")) && written.every((line) => VARIABLE.test(line));
  if (!isOne || !written.some((line) => line.includes("REGISTRY_"))) return undefined;
  return { environment: written.map((line) => line.replace(/^export\s+/, "")) };
}

/** A service of a compose file. */
interface Service {
  readonly name: string;
  readonly path: readonly string[];
  readonly service: Fields;
}

function examineCompose(
  source: Read,
  { path, services }: { readonly path: readonly string[]; readonly services: Fields },
): readonly Finding[] {
  const registries = Object.entries(services).flatMap(([name, service]) =>
    isObject(service) && isRegistry(service) ? [{ name, path: [...path, name], service }] : [],
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

function isRegistry(service: Fields): boolean {
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

function examineService(source: Pick<Read, "lineOf">, { name, path, service }: Service): readonly Finding[] {
  const subject = path.length === 0 ? "The environment" : `Service ${name}`;
  const lineOf = (step: string | number): number | undefined => source.lineOf([...path, "environment", step]);
  const variables = readVariables(service["environment"], lineOf);
  const defaults = hasUnseenSettings(service) ? "unseen" : "image";
  const parsed = new Map(variables.map(({ name: variable, value }) => [variable, parseValue(value)]));
  return [
    ...examineVariables(subject, variables),
    ...(defaults === "image" ? examineStorageVariables(subject, parsed) : []),
    ...examineSettings(settingsOf(variables, { subject, defaults })),
  ];
}

/** True if a service may get settings from a place that is not seen here: a configuration file, or more variables. */
function hasUnseenSettings(service: Fields): boolean {
  const volumes = JSON.stringify([service["volumes"], service["configs"]]);
  const isMounted = /\/etc\/(?:docker\/registry|distribution)\b/.test(volumes);
  const isUnseen = ["command", "env_file", "extends", "build"].some((key) => key in service);
  return isMounted || isUnseen || !isOfficial(textAt(service, "image") ?? "");
}
