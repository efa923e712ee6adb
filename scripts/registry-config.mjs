/**
 * The options of a registry; all paths are absolute.
 * @typedef {object} RegistryOptions
 * @property {string} [binary] the registry's program, instead of the one that is found
 * @property {boolean} [deletes] true if deleting is enabled (the default)
 * @property {boolean} [readOnly] true if it refuses every write; useful with a `storage` that has images
 * @property {string} [storage] an existing storage directory; by default a fresh one, which is removed at stop
 * @property {S3Options} [s3] storage in S3 instead of a directory
 * @property {"inmemory" | "none"} [cache] the cache of blob descriptors (default inmemory, as in the official image)
 * @property {Record<string, unknown>} [storageExtras] merged into `storage` of its configuration, such as `maintenance`
 * @property {boolean} [schema1] true if 2.7 and 2.8 take schema 1, which they do not by default; older ones always do
 * @property {string} [htpasswd] the content of the htpasswd file (bcrypt only)
 * @property {{ realm: string, service: string, issuer: string, rootcertbundle: string }} [token]
 * @property {{ certificate: string, key: string, clientcas?: string[] }} [tls]
 * @property {string} [trusts] a file of the certificates that it trusts, instead of the system's; not in Docker
 * @property {(line: string) => void} [say] is called before a slow step, with a line about it
 */

/**
 * The S3 storage of a registry: a bucket that exists.
 * @typedef {object} S3Options
 * @property {string} endpoint like http://127.0.0.1:9000
 * @property {string} bucket
 * @property {string} accessKey
 * @property {string} secretKey
 * @property {string} [region] default us-east-1
 * @property {string} [rootdirectory] the prefix of every key; none by default
 * @property {boolean} [redirect] true if GETs of blobs are redirected to the endpoint (the default, as in the registry)
 */

/**
 * The configuration of a registry with these options, to be written as JSON, which is YAML too.
 * @param {RegistryOptions} options
 * @param {{ listen: string, storage: string | undefined, htpasswd: string }} places
 */
export function configuration(options, { listen, storage, htpasswd }) {
  const { deletes = true, readOnly = false, cache = "inmemory", token, tls, s3, storageExtras } = options;
  const basic = options.htpasswd === undefined ? undefined : { realm: "registry", path: htpasswd };
  return {
    version: "0.1",
    log: { level: "warn", accesslog: { disabled: true } },
    storage: {
      ...(s3 ? inBucket(s3) : { filesystem: { rootdirectory: storage } }),
      ...(cache !== "none" && { cache: { blobdescriptor: cache } }),
      delete: { enabled: deletes },
      ...(readOnly && { maintenance: { readonly: { enabled: true } } }),
      ...storageExtras,
    },
    http: { addr: listen, secret: "not a secret", tls },
    ...(options.schema1 && { compatibility: { schema1: { enabled: true } } }),
    ...((basic || token) && { auth: { htpasswd: basic, token } }),
  };
}

/** @param {S3Options} options */
function inBucket({ region = "us-east-1", redirect = true, ...s3 }) {
  return {
    s3: {
      region,
      regionendpoint: s3.endpoint,
      bucket: s3.bucket,
      accesskey: s3.accessKey,
      secretkey: s3.secretKey,
      rootdirectory: s3.rootdirectory,
      secure: s3.endpoint.startsWith("https:"),
      v4auth: true,
      encrypt: false,
      forcepathstyle: true,
    },
    redirect: { disable: !redirect },
  };
}
