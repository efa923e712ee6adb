import { describeContract } from "../support/contract-suite.js";
import { ROWS } from "../support/registry-rows.js";

/** The contract, on registries that are built for it. */
for (const row of ROWS) if (row.runBy === "registries") describeContract(row);
