export { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS, readArchive } from './archive.ts';
export { checkAttachments, MANIFEST_ASSET } from './asset-names.ts';
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
export { type Champion, type ChampionReadPorts, championOf } from './champion.ts';
export {
  buildChunkIndex,
  type ChunkIndex,
  type ChunkPlace,
  type ChunkRun,
  chunksOf,
  type IndexContent,
  type IndexedFile,
  MAX_RELEASES,
  type Part,
  releasesOf,
  type StoredChunk,
} from './chunks/chunk-index.ts';
export { type Chunk, type CutFile, cutFile, type ReadableFile } from './chunks/cut-file.ts';
export { CUT_SIZES, type CutSizes, MAX_CHUNK_BYTES } from './chunks/cut-sizes.ts';
export { type NewPart, PART_LIMITS, type PartLimits } from './chunks/pack-parts.ts';
export { partAsset } from './chunks/part-asset.ts';
export { type FileRange, partBytes, type ReadFileRange } from './chunks/part-bytes.ts';
export { DEFAULT_RANGE_RULES, type PartRange, type RangeRules } from './chunks/part-ranges.ts';
export { type ChunkPlan, type ChunkRequest, indexOf, planChunks } from './chunks/plan-chunks.ts';
export { type FetchPlan, type FetchRequest, type PartFetch, planFetch } from './chunks/plan-fetch.ts';
export { type LiveVersion, planRetire, type RetirePlan } from './chunks/plan-retire.ts';
export { type FetchVerifier, type VerifiedChunk, verifyFetch } from './chunks/verify-fetch.ts';
export type { FilePlace, WantedChunk } from './chunks/wanted-chunk.ts';
export { type FetchedFolder, type FetchedVersion, fetchToFolder, fetchVersion } from './fetch/fetch-version.ts';
export { type VerifiedRelease, type VerifyRequest, verifyRelease } from './fetch/verify-release.ts';
export { type LaterVersionPorts, requireNoLaterVersion } from './later-version.ts';
export { buildManifest, type Manifest, type ManifestAttachment, parseManifest, writeManifest } from './manifest.ts';
export { type NewestVersionPorts, newestVersion, publishedAs, requireNewest } from './newest-version.ts';
export { planVersion, type VersionRequest } from './plan-version.ts';
export { publishNext } from './publish/publish-next.ts';
export type { PlannedFile, Publication, PublishPlan } from './publish/publish-plan.ts';
export { PUBLISH_STATES, type PublishState } from './publish/publish-states.ts';
export { type PublishedVersion, publishVersion } from './publish/publish-version.ts';
export type { PublishWatch } from './publish/publish-watch.ts';
export type { RegistryPorts, RegistryReadPorts } from './registry-ports.ts';
export { isMadeAlike, isPredecessor, type Making } from './same-making.ts';
export {
  type AssignedStage,
  type AssignPorts,
  assignStage,
  type ClaimPatience,
  DEFAULT_CLAIM_PATIENCE,
  type StageIntent,
} from './stages/assign-stage.ts';
export { formatStageTag, type GtoTag, parseGtoTag } from './stages/gto-tag.ts';
export { type MovedStage, type MovePorts, type MoveRequest, moveStage } from './stages/move-stage.ts';
export { nextCounter } from './stages/stage-counter.ts';
export {
  type StageFinding,
  type StageFindingCode,
  type StageTags,
  stageFindings,
} from './stages/stage-findings.ts';
export { intervalsDuring, type StageInterval, stageIntervals } from './stages/stage-history.ts';
export { newestOf, type StageReadPorts, stageInForce } from './stages/stage-in-force.ts';
export { stageMessageVersion, stageTagMessage } from './stages/stage-message.ts';
export {
  millisecondsIn,
  requireStageRules,
  type StagePolicy,
} from './stages/stage-rules.ts';
export { requireIncident, requireReason } from './stages/written-move.ts';
export { type TransferWatch, UNWATCHED } from './transfer-watch.ts';
export { type Bump, nextVersion, parseVersionTag, type Version } from './version-tag.ts';
