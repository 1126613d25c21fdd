import type { ActionContext } from '@gatehouse/action-kit';
import { type LineageEvent, type LineageRun, lineageEvents } from '@gatehouse/report';
import type { RunFacts } from './run.ts';

type Place = Pick<ActionContext, 'serverUrl' | 'repository' | 'runUrl' | 'sha'>;

/** The events of a training run: which data by digest it read, and which model by digest it made. */
export function eventsOfTraining(facts: RunFacts, place: Place): readonly LineageEvent[] {
  const namespace = repositoryUrl(place);
  const { startedAt, finishedAt } = facts;
  return lineageEvents({
    ...runOf(facts.model, place),
    startedAt,
    finishedAt,
    error: null,
    inputs: facts.datasets.map(({ name, digest }) => ({ namespace, name, digest })),
    outputs: [{ namespace, name: facts.model, digest: facts.modelDigest }],
  });
}

/** The events of a run that left no candidate. */
export function eventsOfFailure(
  failure: { readonly model: string; readonly message: string; readonly startedAt: Date; readonly finishedAt: Date },
  place: Place,
): readonly LineageEvent[] {
  const { model, message, startedAt, finishedAt } = failure;
  return lineageEvents({ ...runOf(model, place), startedAt, finishedAt, error: message, inputs: [], outputs: [] });
}

function runOf(model: string, place: Place): Pick<LineageRun, 'job' | 'workflowRun' | 'source'> {
  return {
    job: { namespace: repositoryUrl(place), name: `train-model/${model}` },
    workflowRun: place.runUrl,
    source: { repositoryUrl: repositoryUrl(place), commit: place.sha },
  };
}

function repositoryUrl({ serverUrl, repository }: Place): string {
  return `${serverUrl}/${repository.owner}/${repository.name}`;
}
