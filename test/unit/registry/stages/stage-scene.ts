/** A registry, a ledger and the people around them, in memory. */
import type { RecordedStage, StageLedger } from '@gatehouse/core';
import { createStageLedger, EvidenceStore, ledgerSigner, verifyVersionStatements } from '@gatehouse/governance';
import { type MovedStage, type MoveRequest, moveStage } from '@gatehouse/registry';
import { MemoryEvidenceBranch } from '../../governance/memory-evidence-branch.ts';
import { MODEL_NAME, newKey, publishAuthorised, REPOSITORY_URL } from '../authorised-version.ts';
import { FakeRegistry } from '../fake-registry.ts';
import { COMMIT, digestOf, OTHER_COMMIT, planned } from '../plans.ts';

export const [V1, V2] = [`${MODEL_NAME}@v1.0.0`, `${MODEL_NAME}@v1.1.0`];
export const PRODUCTION = `${MODEL_NAME}#production`;
export const START = Date.UTC(2026, 2, 1, 12);
const HOUR_MS = 3_600_000;

export class StageScene {
  readonly key = newKey();
  readonly registry = new FakeRegistry();
  readonly branch = new MemoryEvidenceBranch();
  /** Milliseconds since 1970; waiting moves it on. */
  now = START;
  readonly trust = {
    kind: 'key' as const,
    keys: [{ id: 'governance', publicKeyPem: this.key.publicKeyPem, revoked: false }],
  };

  /** v1.0.0 and v1.1.0, both authorised, on a commit each. */
  static async create(): Promise<StageScene> {
    const scene = new StageScene();
    await publishAuthorised(scene.registry, { tag: V1 }, { key: scene.key });
    const files = [planned('model.safetensors', 'newer weights')];
    const newer = { tag: V2, commit: OTHER_COMMIT, files, modelDigest: digestOf(files) };
    await publishAuthorised(scene.registry, newer, { key: scene.key });
    return scene;
  }

  /** Another process with the same key: it has read nothing yet. */
  stages(): StageLedger {
    const store = new EvidenceStore({
      branch: this.branch,
      clock: { now: () => new Date(this.now) },
      signer: ledgerSigner(this.key),
      patience: { deadlineMs: 60_000, sleep: async () => this.pass(10), random: () => 0.5 },
    });
    return createStageLedger(store, this.trust);
  }

  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  }

  hours(count: number): void {
    this.now += count * HOUR_MS;
  }

  recorded(): Promise<readonly RecordedStage[]> {
    return this.stages().read(MODEL_NAME);
  }

  /** Promotes v1.0.0 to production, or does what `change` says. */
  move(change: Partial<MoveRequest> = {}): Promise<MovedStage> {
    const policy = { keys: this.trust.keys };
    return moveStage(
      {
        move: 'promoted',
        model: MODEL_NAME,
        stages: ['staging', 'production'],
        stage: 'production',
        version: V1,
        replaces: null,
        reason: 'It does better on the holdout',
        incident: null,
        person: { id: 11, login: 'release-manager' },
        policy: { rule: undefined, revoked: {} },
        ...change,
      },
      {
        releases: this.registry.releases,
        tags: this.registry.tags,
        stages: this.stages(),
        clock: { now: () => new Date(this.now) },
        patience: { claimMs: 30_000, deadlineMs: 600_000, sleep: (milliseconds) => this.pass(milliseconds) },
        verifyStatements: async (version) => {
          await verifyVersionStatements(policy, version, { repositoryUrl: REPOSITORY_URL, model: MODEL_NAME });
        },
      },
    );
  }

  /** Names of the stage tags, in the order they were made. */
  stageTags(): readonly string[] {
    return this.registry.storedTags.map(({ name }) => name).filter((name) => name.includes('#'));
  }
}

export const stageMessage = (version: string): string => `${version}\n\nVersion: ${version}\nReason: because`;
export { COMMIT, MODEL_NAME, OTHER_COMMIT };
