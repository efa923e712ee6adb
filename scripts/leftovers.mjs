/** Functions that remove what must not outlive this process, in the order in which they were added. @type {Set<() => void>} */
const leftovers = new Set();

function removeLeftovers() {
  for (const remove of [...leftovers].reverse()) {
    try {
      remove();
    } catch {
      // The others have to be removed all the same.
    }
  }
  leftovers.clear();
}

process.on("exit", removeLeftovers);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    removeLeftovers();
    process.kill(process.pid, signal); // ends the process, as the signal does without this listener
  });
}

/**
 * Registers a function that is called when this process exits or is ended by a signal. The last registered is called first.
 * @param {() => void} remove has to be synchronous, because a process that exits runs nothing asynchronous any more
 * @returns {() => void} cancels the registration; to be called once the thing has been removed
 */
export function removeOnExit(remove) {
  const entry = () => remove(); // the same function may be given twice
  leftovers.add(entry);
  return () => void leftovers.delete(entry);
}
