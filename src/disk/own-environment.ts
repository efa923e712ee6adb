import { childEnvironment } from "../core/base/child-environment.js";

/**
 * Calls `use` while this process has no variable that another program may not be given, for a library that starts programs itself. They are back when its promise has
 * settled.
 * @param own matches the names of the secrets that belong to that program
 */
export async function withOwnEnvironment<T>(own: RegExp, use: () => Promise<T>): Promise<T> {
  const given = childEnvironment(process.env, (name) => own.test(name));
  const aside = Object.entries(process.env).filter(([name]) => !(name in given));
  for (const [name] of aside) Reflect.deleteProperty(process.env, name);
  try {
    return await use();
  } finally {
    for (const [name, value] of aside) process.env[name] = value;
  }
}
