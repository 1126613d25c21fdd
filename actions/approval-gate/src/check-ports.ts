import type { MergeQueue, RepositoryContents, WorkflowRuns } from '@gatehouse/core';
import type { GatherPorts } from './gather.ts';

export interface CheckPorts extends GatherPorts {
  readonly runs: Pick<WorkflowRuns, 'get'>;
  readonly contents: GatherPorts['contents'] & Pick<RepositoryContents, 'listFiles'>;
  readonly mergeQueue: MergeQueue;
}
