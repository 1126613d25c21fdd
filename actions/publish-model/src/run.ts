import {
  ActionError,
  type CommitSha,
  type Releases,
  resourceUri,
  sha256,
  type Tags,
  type WorkflowRuns,
} from '@gatehouse/core';
import {
  findReleaseRight,
  modelOf,
  type ReleaseRight,
  type ReleaseRightPorts,
  readPolicy,
  trustRootOf,
} from '@gatehouse/governance';
import {
  type Bump,
  type Candidate,
  type PlannedFile,
  type PublishedVersion,
  type PublishWatch,
  publishNext,
  readCandidate,
  requireNoLaterVersion,
} from '@gatehouse/registry';
import { releaseNotes } from './release-notes.ts';

export interface PublishPorts extends ReleaseRightPorts {
  readonly runs: WorkflowRuns;
  readonly releases: Releases;
  readonly tags: Tags;
  readonly watch?: PublishWatch;
}

export interface PublishRequest {
  readonly model: string;
  readonly commit: CommitSha;
  readonly bump: Bump;
  readonly repositoryUrl: string;
}

/**
 * Publishes the authorised bytes of a merged commit as an immutable release. The bytes are fetched from the training
 * run, hashed here, again when they are cut into chunks, and once more while they are sent; they are published only if they are the model that the
 * signed authorisation names.
 *
 * @throws ActionError `refused`: `not-authorised`, `candidate-expired`, `version-exists`,
 *   `version-superseded`, `not-immutable`; `integrity`: `digest-mismatch`, `signature-invalid`.
 */
export async function publishModel(request: PublishRequest, ports: PublishPorts): Promise<PublishedVersion> {
  const head = await ports.contents.branchHead(await ports.contents.defaultBranch());
  const policy = await readPolicy(ports.contents, head);
  modelOf(policy, request.model);
  const right = await findReleaseRight(ports, policy, request);
  const { authorisation } = right.stored;
  const candidate = await readCandidate(ports.runs, right.evaluation.candidate.artifactId);
  if (candidate.modelDigest !== authorisation.modelDigest) throw otherBytes(candidate, right);

  const { model, commit } = request;
  const { modelDigest } = authorisation;
  await requireNoLaterVersion(ports, { model, commit, modelDigest, head });
  const publication = {
    model,
    commit,
    modelDigest,
    bump: request.bump,
    files: candidate.files.map((file) => plannedFile(file.name, candidate.bytes.get(file.name) ?? new Uint8Array())),
    attachments: attachmentsOf(right),
    notes: releaseNotes(right, resourceUri({ ...request, headSha: authorisation.headSha })),
  };
  const published = await publishNext(ports, publication, ports.watch);
  const { tag, release } = published;
  const facts = { tag, commit, release: release.id, tuple: authorisation.tupleDigest };
  await ports.evidence.recordUse({ kind: 'published', model, modelDigest, facts }, trustRootOf(policy));
  return published;
}

/** What travels with the model: who authorised it, on which evidence, and where it came from; all signed. */
function attachmentsOf({ stored, evaluation }: ReleaseRight): readonly PlannedFile[] {
  const { evidence, summary, provenance } = evaluation.bundles;
  const lines = (...texts: readonly string[]): Uint8Array => new TextEncoder().encode(`${texts.join('\n')}\n`);
  return [
    plannedFile('authorisation.json', lines(stored.bundle)),
    plannedFile('evidence.jsonl', lines(evidence.trimEnd(), summary)),
    plannedFile('provenance.json', lines(provenance)),
    plannedFile('model.sig', lines(stored.modelSignature)),
  ];
}

function plannedFile(name: string, bytes: Uint8Array): PlannedFile {
  return {
    name,
    sizeBytes: bytes.length,
    digest: sha256(bytes),
    async *open(range) {
      yield range === undefined ? bytes : bytes.subarray(range.begin, range.end);
    },
  };
}

function otherBytes(candidate: Candidate, right: ReleaseRight): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `The candidate artifact ${candidate.artifactId} of run ${candidate.runId}`,
      found: candidate.modelDigest,
      allowed: `the authorised model ${right.stored.authorisation.modelDigest}`,
      remedy: 'Somebody changed the artifact after the decision: find out who, then train again',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
