export { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS, readArchive } from './archive.ts';
export { assetNameOf, assetNames, MANIFEST_ASSET } from './asset-names.ts';
export {
  type Candidate,
  candidateArtifactName,
  FIRST_RUN_RECORD_FILE,
  findCandidate,
  MODEL_FOLDER,
  RUN_RECORD_FILE,
  readCandidate,
  readVerifiedArtifact,
} from './candidate.ts';
export { candidateKeyArtifactName, findReusable, type ReusePorts, type ReuseRequest } from './candidate-reuse.ts';
export { type Champion, championOf, nextStageTag, stageTagMessage } from './champion.ts';
export { type FetchedVersion, fetchVersion } from './fetch-version.ts';
export { type LaterVersionPorts, requireNoLaterVersion } from './later-version.ts';
export { buildManifest, type Manifest, type ManifestFile, parseManifest, writeManifest } from './manifest.ts';
export { type NewestVersionPorts, newestVersion, publishedAs, requireNewest } from './newest-version.ts';
export { planVersion, type VersionRequest } from './plan-version.ts';
export type { PlannedFile, Publication, PublishPlan } from './publish-plan.ts';
export { type PublishedVersion, publishVersion } from './publish-version.ts';
export type { RegistryPorts, RegistryReadPorts } from './registry-ports.ts';
export { isMadeAlike, isPredecessor, type Making } from './same-making.ts';
export { type FileReceiver, type VerifiedRelease, verifyRelease } from './verify-release.ts';
export { type Bump, nextVersion, parseStageTag, parseVersionTag, type Version } from './version-tag.ts';
