// Bundles the command line into one file that is the whole program, to be saved anywhere: build/prune-image-tags.mjs, or in the folder that is named, with its checksum.
// It is not committed, for everybody who uses the action would download it.
import process from "node:process";
import { bundleIntoOne, writeSingle } from "./one-file.mjs";

await writeSingle(process.argv[2] ?? "build", await bundleIntoOne(".cache/build-single"));
