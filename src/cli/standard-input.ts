/**
 * Reads standard input to its end, and no further than a bound: whatever is piped in by mistake fills no memory.
 * @returns the text; `undefined` where it has more than `most` bytes
 */
export async function readStandardInput(most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
