import type { IncomingMessage } from "node:http";
import { badAnswer } from "./network-errors.js";

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Reads the first bytes of an answer's body, and closes the connection. Returns no bytes where the connection breaks off before any came. */
export async function readFirst(message: IncomingMessage): Promise<Buffer> {
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) return chunk;
  } catch {
    // It broke off, and nothing came.
  }
  return Buffer.alloc(0);
}

/**
 * Reads an answer's whole body. Each way in which the body may end settles the promise: the client's own readBody() would wait for ever where a connection breaks
 * off, and an iterator takes a third of the time of a request to a registry next door.
 * @throws {RegistryError} where it is too large; else what the system throws
 */
export function readBody(url: URL, message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isWhole = false;
    message.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > MAX_BODY_BYTES) {
        message.destroy(badAnswer(url, `it sends more than ${MAX_BODY_BYTES} bytes`));
      }
    });
    message.on("end", () => {
      isWhole = true;
      resolve(Buffer.concat(chunks));
    });
    message.on("error", reject);
    // After an error this says nothing new.
    message.on("close", () => {
      if (!isWhole) reject(new Error("the connection was closed in the middle of an answer"));
    });
  });
}
