/**
 * Returns a listener that never throws, so that none can end what it listens to.
 * @param onThrown told the first thing that the listener throws; what it throws itself is passed over
 */
export function bestEffort<Args extends readonly unknown[]>(
  listener: (...args: Args) => void,
  onThrown: (thrown: unknown) => void = () => undefined,
): (...args: Args) => void {
  let isTold = false;
  return (...args) => {
    try {
      listener(...args);
    } catch (thrown) {
      if (isTold) return;
      isTold = true;
      bestEffort(onThrown)(thrown);
    }
  };
}
