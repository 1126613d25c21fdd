import type { SigningKey } from '@gatehouse/attest';
import type { Clock, People } from '@gatehouse/core';
import type { EvidenceStore, SubjectPorts } from '@gatehouse/governance';

export interface DecidePorts extends SubjectPorts {
  readonly people: Pick<People, 'accounts'>;
  readonly evidence: EvidenceStore;
  readonly key: SigningKey;
  readonly clock: Clock;
}

export interface DecideRequest {
  readonly model: string;
  readonly runId: number;
  /** Lines of gate, artifact id and artifact digest, as the gates job put them out. */
  readonly decisions: readonly string[];
  /** Why a job before this one made no evaluation, in its own words; it can refuse a head and never pass one. */
  readonly reasonCode: string | undefined;
  /** The decide run itself: only its own artifacts count. */
  readonly thisRun: number;
  /** Page of the repository. */
  readonly repositoryUrl: string;
}
