/**
 * The tests that start no program: no registry, no container, no door. All others are "real", so that a new file that
 * nobody lists here is run all the same. `__tests__/projects.test.ts` tells where a file belongs.
 */
export const UNIT: readonly string[] = [
  "__tests__/!(bench).test.ts",
  "__tests__/{core,program,report,settings,yaml}/**/*.test.ts",
  "__tests__/disk/{blob-sizes,collection-steps,engine,env-file,identity,lock,log-watch,one-off,open-filesystem,open-site,other-registries,own-storage,registry-container,run-script,s3-errors,stopped,sweep-steps,watch-liveness}.test.ts",
  "__tests__/doctor/{list-order,parts,report,s3-policy,unforeseen}.test.ts",
  "__tests__/registry/{adaptive-limits,answers,blobs,bounds,cache-folder,cached-signs,challenge,credentials,deadline,delete-look,distribution,docker-hub,docker-hub-limits,ecr,forms,fresh,github-limits,github-origin,github-packages,known-refusals,link,names-on,network-errors,own-way,pack,probes,proxy-environment,proxy-faults,reach,read-manifest,realm,redirects,refusals,registry-age,retry,rights,session,settles,spare-connections,tls-errors,tls-files,words}.test.ts",
  "__tests__/soak/parsers.test.ts",
  "__tests__/run/{apply-deletion,apply-plan,batch,beside-list,care,compare,concurrently,gone,integrity,journal,journal-lines,late-tags,look-again,lookups,manifests-since,observe,one-whole,pending,presence,refuse-empty,settle,side-by-side,spool,tags-of-deleted,verify}.test.ts",
];

/** The tests of registries that are built for them alone, by `npm run test:registries`. */
export const REGISTRIES: readonly string[] = ["__tests__/registries/**/*.test.ts"];
