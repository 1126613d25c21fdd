import {
  ActionError,
  type Config,
  type Digest,
  type ModelConfig,
  needsCandidate,
  type RepositoryContents,
} from '@gatehouse/core';
import { type Candidate, findReusable, type ReusePorts } from '@gatehouse/registry';
import type { EventPull } from './pull-of-event.ts';

export interface EarlierWorkOptions {
  readonly model: string;
  readonly runId: number;
  readonly configPath: string;
  /** `null` when the run is about no pull request. */
  readonly pull: EventPull | null;
  /** `null` without a token. */
  readonly github: (ReusePorts & { readonly contents: Pick<RepositoryContents, 'comparison'> }) | null;
  readonly log: (text: string) => void;
}

/** What can save a training run. Each question that GitHub does not answer is answered by training. */
export interface EarlierWork {
  /** False only when the pull request is known to change no file that the model is made from. */
  isConcerned(config: Pick<Config, 'models'>): Promise<boolean>;
  reusable(candidateKey: Digest, modelConfig: ModelConfig): Promise<Candidate | null>;
}

export function earlierWork({ model, runId, configPath, pull, github, log }: EarlierWorkOptions): EarlierWork {
  if (pull === null || github === null) {
    return { isConcerned: async () => true, reusable: async () => null };
  }
  async function ask<Answer>(what: string, question: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      log(`Not known ${what}, so the model is trained. ${error.message}`);
      return otherwise;
    }
  }
  return {
    isConcerned: (config) =>
      ask(
        'which files the pull request changes',
        async () => {
          const modelConfig = config.models[model];
          if (modelConfig === undefined) return true;
          const { files } = await github.contents.comparison(pull.baseSha, pull.headSha);
          return needsCandidate(modelConfig, files);
        },
        true,
      ),
    reusable: (candidateKey, modelConfig) =>
      ask(
        'whether an earlier run made this candidate',
        () => findReusable(github, { model, candidateKey, modelConfig, configPath, runId, pullRequest: pull.number }),
        null,
      ),
  };
}
