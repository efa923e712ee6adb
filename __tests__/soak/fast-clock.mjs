// Loaded into the program by `node --import`: its clock runs FAST_CLOCK times as fast, so that waits and deadlines of minutes come in seconds.
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import promises from "node:timers/promises";

const TIMES = Number(process.env["FAST_CLOCK"]);

/**
 * Returns a timer function that waits a share of what it is told. What else the function has, as its promisified form, stays.
 * @template {(...args: any[]) => unknown} Timer
 * @param {Timer} timer
 * @param {number} place the argument that is the delay
 * @returns {Timer}
 */
function quickened(timer, place) {
  const quick = (/** @type {unknown[]} */ ...args) => {
    const delay = args[place];
    if (typeof delay === "number") args[place] = delay / TIMES;
    return timer(...args);
  };
  return Object.defineProperties(/** @type {any} */ (quick), Object.getOwnPropertyDescriptors(timer));
}

const quick = {
  setTimeout: quickened(timers.setTimeout, 1),
  setInterval: quickened(timers.setInterval, 1),
};
Object.assign(globalThis, quick);
Object.assign(timers, quick);
Object.assign(promises, { setTimeout: quickened(promises.setTimeout, 0) });
syncBuiltinESMExports();

const dateNow = Date.now.bind(Date);
const began = dateNow();
Date.now = () => Math.round(began + (dateNow() - began) * TIMES);
const performanceNow = performance.now.bind(performance);
performance.now = () => performanceNow() * TIMES;
