import type { UndoTime } from "../../../core/result/run-result.js";
import type { ProductName } from "../../connection/product-signs.js";

/** The times of the products that say what they are, as far as they are known. Gitea's was measured (1.26.0); the others' is in their documents. */
const OF_PRODUCTS: Readonly<Record<ProductName, UndoTime>> = {
  gitlab: "until-own-collection",
  harbor: "until-own-collection",
  quay: "time-machine",
  gitea: "dropped",
  artifactory: "unknown",
  nexus: "unknown",
};

/**
 * Returns for how long a registry lets a deleted image be put back. Distribution, by its words, keeps the layers until its garbage is collected (measured), and so
 * does a registry that was asked for no deletion yet, as far as anybody knows. Nothing is promised of any other.
 */
export function undoTime(
  product: ProductName | undefined,
  owner: "distribution" | "other" | "unseen",
): UndoTime {
  if (product !== undefined) return OF_PRODUCTS[product];
  return owner === "other" ? "unknown" : "until-collection";
}
