import type { Say } from "../core/result/event.js";
import type { Log } from "../report/log/log.js";
import type { Output } from "../report/run/outputs.js";
import type { StartedAs } from "../report/words/own-command.js";

/** The collaborators that a door, which is the action or the command line, gives to whichever command runs. */
export interface Door {
  /** The log of a command that does something. */
  readonly log: Log;
  /** Writes a line while a question is answered; it is no part of the answer. */
  readonly note: (line: string) => void;
  /** Masks a secret in all that is written from then on. */
  readonly onSecret: (secret: string) => void;
  /** Resolves with true when a reader has taken all that was logged; with false where there is none, or none who reads. */
  readonly isLogTaken: () => Promise<boolean>;
  /** Returns a function that shows the events of a run. */
  readonly openProgress: () => Promise<Say>;
  /** Asks a person yes or no; absent where nobody is there, or nobody is to be asked. */
  readonly ask?: (question: string) => Promise<boolean>;
  /** Reads standard input to its end; absent where there is none. A person at a terminal is shown the request first. */
  readonly readInput?: (request: string) => Promise<string>;
  /** The folder for journals, where the settings name none; absent for a user who has none. */
  readonly journalFolder: string | undefined;
  /** The folder where manifests are remembered, where the settings name none; absent for a user who has none. */
  readonly cacheFolder: string | undefined;
  /** A folder for the plan, where the settings name no file; absent where the plan is not saved then. */
  readonly planFolder?: string;
  /** Folders where everybody may make something, for what can't be written to its usual place. */
  readonly spareFolders: readonly string[];
  /** The address of the CI run, which the plan file tells. */
  readonly runUrl?: string;
  /** Sets an output before the end: a step that is killed has set it then, and the next step may use it. */
  readonly setOutput: (output: Output) => void;
  /** Returns the way in which whoever reads the messages starts this program. */
  readonly startedAs: () => StartedAs | Promise<StartedAs>;
  /** Told the container and the id of this run before a registry is stopped, for a step that runs even after this process was killed. */
  readonly willStop?: (container: string, run: string) => void;
}
