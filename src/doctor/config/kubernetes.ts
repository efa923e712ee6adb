import { isObject, textAt } from "../../core/base/json.js";

/** A map, as it is read. */
export type Fields = Readonly<Record<string, unknown>>;

/** A container in a manifest of Kubernetes, in the form of a service of compose. */
export interface ContainerOfPod {
  readonly name: string;
  readonly service: Fields;
}

/** The parts of Kubernetes manifests that say something about a registry. */
export interface KubernetesParts {
  /** The kinds of all objects, in their order: `Deployment`. */
  readonly kinds: readonly string[];
  readonly containers: readonly ContainerOfPod[];
  /** The texts of files in ConfigMaps and Secrets, by their names. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** True of a value that is an object of Kubernetes. */
export function isKubernetes(value: unknown): value is Fields {
  return isObject(value) && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string";
}

/** Returns the parts of these objects. */
export function readKubernetes(objects: readonly Fields[]): KubernetesParts {
  const all = objects.flatMap(itemsOf);
  return {
    kinds: all.map((each) => textAt(each, "kind") ?? ""),
    containers: all.flatMap(containersOf),
    files: all.flatMap(filesOf),
  };
}

function itemsOf(object: Fields): readonly Fields[] {
  const { items } = object;
  return Array.isArray(items) ? items.filter(isObject).flatMap(itemsOf) : [object];
}

function containersOf(object: Fields): readonly ContainerOfPod[] {
  const pod = podOf(object);
  const containers: unknown = pod?.["containers"];
  return (Array.isArray(containers) ? containers : []).filter(isObject).map((container: Fields) => ({
    name: textAt(container, "name") ?? "",
    service: serviceOf(container),
  }));
}

/** Returns the pod that an object makes: itself, by `template`, or by that of its jobs. */
function podOf({ kind, spec }: Fields): Fields | undefined {
  if (!isObject(spec)) return undefined;
  if (kind === "Pod") return spec;
  const template: unknown = isObject(spec["jobTemplate"])
    ? at(spec["jobTemplate"], "spec", "template")
    : spec["template"];
  const pod = at(template, "spec");
  return isObject(pod) ? pod : undefined;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), value);
}

/** Returns a container in the form of a service of compose: a variable without a value comes from elsewhere. */
function serviceOf(container: Fields): Fields {
  const { env, image, envFrom, args, command, volumeMounts } = container;
  const entries = (Array.isArray(env) ? env : []).filter(isObject).flatMap((one: Fields) => {
    const name = textAt(one, "name");
    return name === undefined ? [] : [[name, "valueFrom" in one ? undefined : (one["value"] ?? "")] as const];
  });
  return {
    environment: Object.fromEntries(entries),
    ...(image === undefined ? {} : { image }),
    ...(envFrom === undefined ? {} : { env_file: envFrom }),
    ...(args === undefined && command === undefined ? {} : { command: args ?? command }),
    ...(volumeMounts === undefined ? {} : { volumes: volumeMounts }),
  };
}

function filesOf(object: Fields): readonly { readonly name: string; readonly text: string }[] {
  const { kind, data, stringData } = object;
  if (kind !== "ConfigMap" && kind !== "Secret") return [];
  const decoded = (text: string): string =>
    kind === "Secret" ? Buffer.from(text, "base64").toString("utf8") : text;
  const texts = (files: unknown, read: (text: string) => string): readonly { name: string; text: string }[] =>
    Object.entries(isObject(files) ? files : {}).flatMap(([name, text]) =>
      typeof text === "string" ? [{ name, text: read(text) }] : [],
    );
  return [...texts(data, decoded), ...texts(stringData, (text) => text)];
}
