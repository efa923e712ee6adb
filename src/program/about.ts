/** The program's name, as `package.json` has it. */
export const NAME = "prune-image-tags";
/** The program's version; a test holds it equal to `package.json`'s. */
export const VERSION = "0.1.0";
