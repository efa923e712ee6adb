/**
 * Returns a line that warns of a host whose certificate is not looked at.
 * @param by the setting or the variable that says so
 */
export function describeUnverified(host: string, by: string): string {
  const instead = by === "NODE_TLS_REJECT_UNAUTHORIZED" ? `${by}=0 is in the environment` : `${by} says so`;
  return (
    `The certificate of ${host} is not looked at, for ${instead}: anybody on the way can read the password, and answer in its place. ` +
    "Take that out, and name the authority in ca-file."
  );
}
