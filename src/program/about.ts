/** The program's name, as `package.json` has it. */
export const NAME = "prune-image-tags";
/** The program's version; a test holds it equal to `package.json`'s. */
export const VERSION = "0.1.0";
/** Name and version in words, as plans and journals have them. */
export const TOOL = `${NAME} ${VERSION}`;
/** Name and version, as registries are told them. */
export const USER_AGENT = `${NAME}/${VERSION}`;
