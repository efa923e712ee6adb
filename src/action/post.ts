import * as core from "@actions/core";
import { droppedLines } from "../program/guarded-output.js";
import { guardEnds } from "../program/process-end.js";
import { learnSecrets } from "../program/environment.js";
import { describeThrown } from "../report/words/outcomes.js";
import { createOutlet } from "../report/outlet/outlet.js";

const outlet = createOutlet(core.setSecret);
learnSecrets(outlet, {
  secrets: [core.getInput("password", { trimWhitespace: false }), core.getInput("github-token")],
  settings: {},
  environment: process.env,
});

const outputs = guardEnds({
  tellBug: (thrown) => {
    core.setFailed(outlet.text(describeThrown(thrown)));
  },
  describeDropped: (lines) => `::warning::${droppedLines(lines)}\n`,
});

// The main step saved them before it stopped a registry; they are empty where it stopped none.
const [container, run] = [core.getState("container"), core.getState("run")];

try {
  if (container !== "") {
    const { cleanUpAfter } = await import("../commands/collection/clean-up.js");
    const { describeCollectionStep } = await import("../report/words/collection.js");
    const wasLeft = await cleanUpAfter({ container, run }, (step) => {
      core.info(outlet.text(describeCollectionStep(step)));
    });
    if (wasLeft) {
      core.warning(
        outlet.text(
          `The job was ended while the garbage of ${container} was collected; the registry was started again.`,
        ),
      );
    }
  }
} catch (error) {
  core.setFailed(outlet.text(`${container} may be left stopped; start it by hand. ${describeThrown(error)}`));
}
void outputs.end({ isAnswered: false });
