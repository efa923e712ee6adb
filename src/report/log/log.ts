/** Takes a run's log lines. Each `line` is one line, or an error with its next step below it. */
export interface Log {
  readonly info: (line: string) => void;
  readonly warning: (line: string) => void;
  /** Begins a group that a log may fold. */
  readonly group: (title: string) => void;
  readonly endGroup: () => void;
  /** The columns of a terminal that people look at; absent or 0 where there is none. */
  readonly columns?: number;
  /** Takes the lines about single tags; absent unless a verbose log was asked for. */
  readonly debug?: (line: string) => void;
}
