import { describeContract } from "../support/contract-suite.js";
import { givenRow } from "../support/given-registry.js";
import { ROWS } from "../support/registry-rows.js";

/** The contract, on registries that are built for it, and on that of REGISTRY_URL. */
for (const row of ROWS) if (row.runBy === "registries") describeContract(row);
const given = await givenRow();
if (given !== undefined) describeContract(given);
