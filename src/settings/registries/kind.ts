import type { PruneError } from "../../core/base/errors.js";
import type { DockerHubAddresses, EcrPlace } from "../../core/names/registry-kind.js";
import type { GitHubInstance } from "../../core/names/github.js";
import type { ImageGlob } from "../../core/names/image-glob.js";
import type { Reference } from "../../core/names/reference.js";
import type { RegistryAccount, RegistryKind } from "../../core/names/registry-kind.js";
import type { Command } from "../table/commands.js";
import type { SettingName } from "../table/settings.js";

/** The GitHub that this run belongs to. */
export interface GitHubSettings extends GitHubInstance {
  /** For this GitHub alone. */
  readonly token?: string;
}

/** The settings that single kinds of registries have for themselves. */
export interface KindSettings {
  readonly github: GitHubSettings;
  /** Other addresses than its own, which no setting names: they are for tests. */
  readonly dockerHub?: DockerHubAddresses;
  /** The same, for hosts that no kind owns. */
  readonly ecr?: EcrPlace;
}

/** A repository, or a pattern of repositories, that a setting names. */
export type NamedPlace = Pick<Reference, "host" | "repository"> | Pick<ImageGlob, "host" | "pattern">;

/** A setting that a kind of registry can't have, and the words for it. */
export interface Refusal {
  readonly setting: SettingName;
  readonly why: string;
  /** It is refused with this value alone. */
  readonly value?: string;
  /** It is refused where it is shorter, in milliseconds. */
  readonly below?: number;
  /** It is refused only where every image is on a registry of this kind: it may be meant for the others. */
  readonly isForAll?: boolean;
  /** The command in which it means something else, and is not refused. */
  readonly exceptIn?: Command;
}

/** A kind of registry, as far as settings know of it: no registry is asked anything for it. */
export interface KindRules {
  readonly kind: RegistryKind;
  /** Completes "an image is on …". */
  readonly name: string;
  /** True if it frees the space of what is deleted itself, so that nobody collects its garbage. */
  readonly freesItself: boolean;
  /** Returns how to reach a host of this kind; `undefined` of every other host. A host that no kind owns is Distribution's. */
  readonly owns: (host: string, settings: KindSettings) => RegistryAccount | undefined;
  /** Returns why a place can't be one of its repositories; `undefined` where it can. `text` is the place as it was written. */
  readonly misnamed: (text: string, place: NamedPlace) => PruneError | undefined;
  readonly refuses: readonly Refusal[];
}
