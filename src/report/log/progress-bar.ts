import cliProgress from "cli-progress";
import type { Display } from "./advance.js";
import { describeStep, type Step } from "./advance-words.js";

// What is over sooner would only flicker.
const SHOWN_AFTER_MS = 500;
const SIZES = [30, 20, 10] as const;
/** The margin before the bar, its brackets, the gap behind it, and the last column, behind which some terminals wrap. */
const AROUND = 6;
// What cli-progress writes first and last, each by itself (DECSC and DECRC of a VT100).
const [SAVE, GO_BACK] = ["\x1B7", "\x1B8"];

/**
 * Shows steps as a bar on a terminal's last line. Whoever writes another line there clears it first; with the next item it is back.
 * While it is up a timer draws it (cli-progress), so that the time left grows where nothing advances; it is to be cleared before the process may end.
 * @param now the clock of the steps' trails, in milliseconds
 */
export function createProgressBar(stream: NodeJS.WritableStream, now: () => number): Display {
  let shown: Step | undefined;
  const bar = new cliProgress.SingleBar({
    stream: withoutPlaces(stream),
    clearOnComplete: true,
    // Nothing of the terminal's state is changed, so a process that is killed leaves nothing to set right.
    hideCursor: false,
    linewrap: true,
    barCompleteChar: "=",
    barIncompleteChar: "-",
    barsize: SIZES[0],
    // Numbers and words of our own alone: no secret can be among them.
    format: (options, { progress, maxWidth }) => {
      const text = shown === undefined ? "" : describeStep(shown, now());
      const barsize = SIZES.find((each) => each + text.length + AROUND <= maxWidth);
      if (barsize === undefined) return `  ${text}`;
      return `  [${cliProgress.Format.BarFormat(progress, { ...options, barsize })}] ${text}`;
    },
  });
  return {
    show(step, at) {
      if (at - step.trail.from < SHOWN_AFTER_MS) return;
      shown = step;
      const { done, total } = step.advance;
      if (bar.isActive) {
        bar.setTotal(total);
        bar.update(done);
      } else {
        bar.start(total, done);
      }
    },
    clear() {
      if (bar.isActive) bar.stop();
    },
  };
}

/** A terminal that knows nothing of a saved place: since somebody pressed Enter it is another line's. */
function withoutPlaces(stream: NodeJS.WritableStream): NodeJS.WritableStream {
  const write = (text: string): boolean => text === SAVE || text === GO_BACK || stream.write(text);
  return Object.create(stream, { write: { value: write } }) as NodeJS.WritableStream;
}
