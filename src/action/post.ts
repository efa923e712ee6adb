import * as core from "@actions/core";
import { guardEnds } from "../program/process-end.js";
import { describeThrown } from "../report/words/outcomes.js";

guardEnds((thrown) => {
  core.setFailed(describeThrown(thrown));
});

// The main step saved them before it stopped a registry; they are empty where it stopped none.
const [container, run] = [core.getState("container"), core.getState("run")];

try {
  if (container !== "") {
    const { cleanUpAfter } = await import("../commands/collection/clean-up.js");
    const { describeCollectionStep } = await import("../report/words/collection.js");
    const wasLeft = await cleanUpAfter({ container, run }, (step) => {
      core.info(describeCollectionStep(step));
    });
    if (wasLeft) {
      core.warning(
        `The job was ended while the garbage of ${container} was collected; the registry was started again.`,
      );
    }
  }
} catch (error) {
  core.setFailed(`${container} may be left stopped; start it by hand. ${describeThrown(error)}`);
}
