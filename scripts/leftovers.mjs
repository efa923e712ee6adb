/** What must not outlive this process, in the order in which it was started. @type {Set<() => void>} */
const leftovers = new Set();

function removeLeftovers() {
  for (const remove of [...leftovers].reverse()) {
    try {
      remove();
    } catch {
      // The others are to go all the same.
    }
  }
  leftovers.clear();
}

process.on("exit", removeLeftovers);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    removeLeftovers();
    process.kill(process.pid, signal); // what it does without this listener
  });
}

/**
 * Has something removed when this process exits or is ended by a signal: what was started last goes first.
 * @param {() => void} remove runs to its end without waiting: nothing asynchronous happens any more
 * @returns {() => void} to be called once it is gone
 */
export function whenLeaving(remove) {
  const entry = () => remove(); // the same function may be given twice
  leftovers.add(entry);
  return () => void leftovers.delete(entry);
}
