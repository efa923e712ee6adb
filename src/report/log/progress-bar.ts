import cliProgress from "cli-progress";
import type { Display } from "./advance.js";
import { describeStep, type Step } from "./advance-words.js";

// A shorter step would only flicker.
const SHOWN_AFTER_MS = 500;
const SIZES = [30, 20, 10] as const;
/** The columns before a text without a bar, and the last column. */
const MARGIN = 3;
/** The columns around the bar: a margin, two brackets, a gap, and the last column, after which some terminals wrap. */
const AROUND = 6;
// The sequences that cli-progress writes first and last, each in a write of its own (DECSC and DECRC of a VT100).
const [SAVE, GO_BACK] = ["\x1B7", "\x1B8"];

/**
 * Creates a display that shows steps as a bar on a terminal's last line. Code that writes another line has to clear the bar first; the
 * next item shows it again. While the bar is shown, a timer of cli-progress redraws it, so that the time left grows even if nothing advances;
 * the process can't end before the bar is cleared.
 * @param now the clock of the steps' trails, in milliseconds
 */
export function createProgressBar(stream: NodeJS.WritableStream, now: () => number): Display {
  let shown: Step | undefined;
  const bar = new cliProgress.SingleBar({
    stream: withoutPlaces(stream),
    clearOnComplete: true,
    // The terminal's state is not changed, so a process that is killed leaves nothing to repair.
    hideCursor: false,
    linewrap: true,
    barCompleteChar: "=",
    barIncompleteChar: "-",
    barsize: SIZES[0],
    // The line has only numbers and fixed words, so it needs no redaction.
    format: (options, { progress, maxWidth }) => {
      const text = shown === undefined ? "" : describeStep(shown, now());
      const barsize = SIZES.find((each) => each + text.length + AROUND <= maxWidth);
      if (barsize === undefined) return `  ${shortened(text, maxWidth - MARGIN)}`;
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

/** As much of a step's words as a narrow terminal has room for: how far it has come, and then the time left, before its speed. */
function shortened(text: string, room: number): string {
  const parts = text.split(", ");
  const [done = ""] = parts;
  const forms = [text, [done, ...parts.slice(1).slice(-1)].join(", "), done];
  return forms.find((form) => form.length <= room) ?? done.replace(/ \D+$/, "");
}

/** The terminal without saving and restoring the cursor's position: once the user presses Enter, a saved position is on the wrong line. */
function withoutPlaces(stream: NodeJS.WritableStream): NodeJS.WritableStream {
  const write = (text: string): boolean => text === SAVE || text === GO_BACK || stream.write(text);
  return Object.create(stream, { write: { value: write } }) as NodeJS.WritableStream;
}
