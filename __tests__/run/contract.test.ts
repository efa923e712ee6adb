import { describeContract } from "../support/contract-suite.js";
import { ROWS } from "../support/registry-rows.js";

/** The contract, on the two registries that every `npm test` has. The others: `npm run test:registries`. */
for (const row of ROWS) if (row.runBy === "test" || row.runBy === "stand-in") describeContract(row);
