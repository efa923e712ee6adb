import { isObject, textAt } from "../../core/base/json.js";
import { type Finding, finding } from "../../core/result/finding.js";
import type { Fields } from "./kubernetes.js";
import { lineText, valueAt } from "../environment.js";
import { examineSettings, type RegistrySettings } from "../storage-rules.js";

/** The values of a chart, as they are read. */
export interface ChartValues {
  readonly value: Fields;
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

/** True of the values of the chart docker-registry, which has a registry's configuration in `configData`, or a driver's name in `storage`. */
export function isRegistryChart(value: Fields): boolean {
  const isOfChart = isObject(value["persistence"]) || isObject(value["secrets"]) || isObject(value["image"]);
  return (
    isObject(value["configData"]) ||
    (typeof value["storage"] === "string" && isOfChart && !("version" in value))
  );
}

/** True of what looks like the values of some chart. */
export function looksLikeValues(value: Fields): boolean {
  const image = value["image"];
  const hasImage = isObject(image) && textAt(image, "repository") !== undefined;
  return (
    hasImage ||
    ["replicaCount", "nameOverride", "fullnameOverride", "persistence", "expose"].some((key) => key in value)
  );
}

/** Examines the values of that chart: `persistence.deleteEnabled` becomes a variable there, which goes before `configData`. */
export function examineChart({ value, lineOf }: ChartValues): readonly Finding[] {
  const own = ["persistence", "deleteEnabled"];
  const isDelete = (path: readonly string[]): boolean => path.join(".") === "storage.delete.enabled";
  const placeOf = (path: readonly string[]): readonly string[] =>
    isDelete(path) && valueAt(value, own) === true ? own : ["configData", ...path];
  const settings: RegistrySettings = {
    subject: "The chart's values",
    defaults: "unseen",
    at: (...path) => valueAt(value, placeOf(path)),
    where: (...path) => lineText(lineOf(placeOf(path))),
    write: (path, wanted) =>
      path === "storage.delete.enabled"
        ? `persistence.deleteEnabled: ${wanted}`
        : `configData.${path}: ${wanted}`,
  };
  return examineSettings(settings);
}

/** The finding about the values of another chart. */
export const OTHER_CHART = finding("unknown", "registry-config", {
  message: "It looks like the values of a Helm chart, and they say nothing here that a registry reads.",
  fix: "Give what the chart makes of them: helm template RELEASE CHART -f values.yaml, written to a file.",
});
