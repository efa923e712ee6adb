/** An answer of Docker Hub's, whatever its status. */
export interface HubAnswer {
  readonly status: number;
  /** The JSON, parsed; `undefined` where the answer is none. */
  readonly data: unknown;
}
