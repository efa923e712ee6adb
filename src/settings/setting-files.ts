import { readFile } from "node:fs/promises";

/** Settings that name a file whose text is a part of what is set. */
export const FILE_SETTINGS = ["policy", "protect-from"] as const;

/** The files that settings name, by the setting: their text, or why that can't be read. */
export type SettingFiles = Readonly<
  Partial<Record<(typeof FILE_SETTINGS)[number], { readonly text: string } | { readonly problem: string }>>
>;

/** Reads the files that settings name. Never throws: what can't be read is said with the rest of what is wrong. */
export async function readSettingFiles(
  raw: Readonly<Partial<Record<(typeof FILE_SETTINGS)[number], string>>>,
): Promise<SettingFiles> {
  const files = await Promise.all(
    FILE_SETTINGS.map(async (name) => {
      const path = raw[name]?.trim() ?? "";
      return path === "" ? [] : [[name, await readText(path)] as const];
    }),
  );
  return Object.fromEntries(files.flat());
}

async function readText(path: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { problem: `${path} can't be read (${code}); is the repository checked out, and the path right?` };
  }
}
