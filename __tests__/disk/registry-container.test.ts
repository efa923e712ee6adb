import { describe, expect, test } from "vitest";
import {
  describeContainer,
  mountOf,
  readContainer,
  valueOf,
} from "../../src/disk/container/registry-container.js";
import { readStorage } from "../../src/disk/container/registry-storage.js";

const inspected = {
  Id: "1234",
  Name: "/registry",
  Image: "sha256:feed",
  State: { Running: true },
  Config: {
    Env: ["PATH=/bin", "REGISTRY_HTTP_SECRET=a=b"],
    User: "1000",
    Labels: null,
    Entrypoint: ["/entrypoint.sh"],
    Cmd: ["/etc/docker/registry/config.yml"],
  },
  HostConfig: { AutoRemove: false, NetworkMode: "bridge" },
  Mounts: [
    { Type: "volume", Source: "/var/lib/docker/volumes/v/_data", Destination: "/var/lib/registry", RW: true },
  ],
};

const withCommand = (Entrypoint: unknown, Cmd: unknown, more: readonly string[] = []) =>
  readContainer({ ...inspected, Config: { ...inspected.Config, Entrypoint, Cmd, Env: more } });

describe("a container", () => {
  test("is read as Docker describes it", () => {
    expect(readContainer(inspected)).toEqual({
      id: "1234",
      name: "registry",
      isRunning: true,
      image: "sha256:feed",
      env: ["PATH=/bin", "REGISTRY_HTTP_SECRET=a=b"],
      user: "1000",
      network: "bridge",
      mounts: [
        {
          kind: "volume",
          source: "/var/lib/docker/volumes/v/_data",
          destination: "/var/lib/registry",
          isWritable: true,
        },
      ],
      program: ["/entrypoint.sh"],
      configPaths: ["/etc/docker/registry/config.yml"],
    });
  });

  test.each<[string, unknown, unknown, readonly string[], readonly string[]]>([
    [
      "2.x",
      ["/entrypoint.sh"],
      ["/etc/docker/registry/config.yml"],
      ["/entrypoint.sh"],
      ["/etc/docker/registry/config.yml"],
    ],
    [
      "3.x",
      ["/entrypoint.sh"],
      ["/etc/distribution/config.yml"],
      ["/entrypoint.sh"],
      ["/etc/distribution/config.yml"],
    ],
    ["serve and a configuration", ["registry"], ["serve", "/c.yaml"], ["registry"], ["/c.yaml"]],
    ["all in the command", null, ["/bin/registry", "serve", "/c.yml"], ["/bin/registry"], ["/c.yml"]],
    ["Podman's entry point, one text", "/bin/registry serve", ["/c.yml"], ["/bin/registry"], ["/c.yml"]],
    [
      "words before the subcommand",
      ["tini", "--", "registry"],
      ["serve", "/c.yml"],
      ["tini", "--", "registry"],
      ["/c.yml"],
    ],
    [
      "no configuration named",
      ["registry"],
      ["serve"],
      ["registry"],
      ["/etc/docker/registry/config.yml", "/etc/distribution/config.yml"],
    ],
  ])("%s", (...row) => {
    const [, entrypoint, command, program, configPaths] = row;
    const container = withCommand(entrypoint, command);
    expect(container.program).toEqual(program);
    expect(container.configPaths).toEqual(configPaths);
  });

  test("may name its configuration by a variable", () => {
    const container = withCommand(["registry"], ["serve"], ["REGISTRY_CONFIGURATION_PATH=/by/variable.yml"]);
    expect(container.configPaths).toEqual(["/by/variable.yml"]);
  });

  test.each<[string, unknown, unknown, string]>([
    ["--rm", { AutoRemove: true }, {}, "was started with --rm"],
    ["a Swarm service", {}, { "com.docker.swarm.service.name": "registry" }, "belongs to a Swarm service"],
    ["Kubernetes", {}, { "io.kubernetes.pod.name": "registry-0" }, "belongs to Kubernetes"],
  ])("of %s must not be stopped, and is described all the same", (...row) => {
    const [, host, Labels, why] = row;
    const other = {
      ...inspected,
      Config: { ...inspected.Config, Labels },
      HostConfig: host,
    };
    expect(() => readContainer(other)).toThrow(why);
    expect(describeContainer(other).name).toBe("registry");
  });

  test.each([
    ["a script of a shell", ["/bin/sh", "/start.sh", "/c.yml"], ["/bin/sh", "/start.sh"]],
    ["a program with -c", ["registry", "-c", "/c.yml"], ["registry", "-c"]],
  ])("that starts by %s can be", (_, command, program) => {
    expect(withCommand("", command)).toMatchObject({ program, configPaths: ["/c.yml"] });
  });

  test("has what is mounted by its kind, and temporary folders among it", () => {
    const mount = (Type: string) => ({ Type, Source: "/s", Destination: `/${Type}`, RW: false });
    const { mounts } = readContainer({
      ...inspected,
      HostConfig: { ...inspected.HostConfig, Tmpfs: { "/tmp": "" } },
      Mounts: ["volume", "bind", "npipe"].map(mount),
    });
    expect(mounts.map(({ kind, destination }) => [kind, destination])).toEqual([
      ["volume", "/volume"],
      ["bind", "/bind"],
      ["other", "/npipe"],
      ["other", "/tmp"],
    ]);
  });

  test.each([
    ["a shell", ["/bin/sh", "-c", "registry serve /c.yml"], null],
    ["nothing", null, null],
  ])("that starts by %s can't be collected beside", (_, entrypoint, command) =>
    expect(() => withCommand(entrypoint, command)).toThrow("can't be told how"),
  );
});

test("a variable's value is all that stands behind the first =", () => {
  expect(valueOf(["A=b=c", "AB=d"], "A")).toBe("b=c");
  expect(valueOf(["AB=d"], "A")).toBeUndefined();
});

describe("a registry's storage", () => {
  const config = `version: 0.1
storage:
  filesystem:
    rootdirectory: /data/
  cache:
    blobdescriptor: inmemory
  delete:
    enabled: true
`;
  const files = (root: string) => ({ kind: "filesystem", root });

  test.each<[string, string, readonly string[], unknown]>([
    ["by its file", config, [], files("/data")],
    ["by default", "storage:\n  filesystem:\n", [], files("/var/lib/registry")],
    ["by a variable", config, ["REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY=/other"], files("/other")],
    ["other variables change nothing", config, ["REGISTRY_STORAGE_DELETE_ENABLED=true"], files("/data")],
    ["in S3", "storage:\n  s3:\n    bucket: images\n", [], { kind: "other" }],
    [
      "in S3 by a variable",
      config,
      ["REGISTRY_STORAGE=s3", "REGISTRY_STORAGE_S3_BUCKET=b"],
      { kind: "other" },
    ],
    ["files by a variable", "storage:\n  s3:\n", ["REGISTRY_STORAGE=filesystem"], files("/var/lib/registry")],
    ["two drivers are not certain", config, ["REGISTRY_STORAGE_S3_BUCKET=b"], { kind: "other" }],
    ["none is not certain", "version: 0.1", [], { kind: "other" }],
  ])("%s", (...[, text, env, wanted]) => expect(readStorage(text, env).location).toEqual(wanted));

  test.each<[string, string, readonly string[], string | undefined]>([
    ["none", "storage: {}", [], undefined],
    ["by its file", config, [], "inmemory"],
    ["by its old name", "storage:\n  cache:\n    layerinfo: redis", [], "redis"],
    ["by a variable", config, ["REGISTRY_STORAGE_CACHE_BLOBDESCRIPTOR=redis"], "redis"],
    ["by a variable of its old name", config, ["REGISTRY_STORAGE_CACHE_LAYERINFO=redis"], "redis"],
    [
      "by a variable that is the section",
      config,
      ['REGISTRY_STORAGE_CACHE={"blobdescriptor":"redis"}'],
      "redis",
    ],
  ])("its cache: %s", (...[, text, env, wanted]) => expect(readStorage(text, env).cache).toBe(wanted));

  test.each(["", "- a list", "a: b: c"])("a configuration that is %j is not guessed at", (text) =>
    expect(() => readStorage(text, [])).toThrow("not YAML"),
  );
});

test("a path's mount is the innermost that holds it", () => {
  const mount = (destination: string) =>
    ({ kind: "bind", source: "/s", destination, isWritable: true }) as const;
  const mounts = [mount("/"), mount("/var/lib/registry"), mount("/var/lib")];
  expect(mountOf(mounts, "/var/lib/registry/docker")?.destination).toBe("/var/lib/registry");
  expect(mountOf(mounts, "/var/lib/registry")?.destination).toBe("/var/lib/registry");
  expect(mountOf(mounts, "/var/lib/registry2")?.destination).toBe("/var/lib");
  expect(mountOf([mount("/var/lib/registry")], "/srv")).toBeUndefined();
});
