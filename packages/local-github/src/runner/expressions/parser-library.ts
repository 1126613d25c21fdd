import { registerHooks } from 'node:module';

type WorkflowParser = typeof import('@actions/workflow-parser');
type ActionParser = typeof import('@actions/workflow-parser/actions/action-parser');

export interface ParserLibrary {
  readonly parseWorkflow: WorkflowParser['parseWorkflow'];
  readonly convertWorkflowTemplate: WorkflowParser['convertWorkflowTemplate'];
  readonly parseAction: ActionParser['parseAction'];
  readonly newTrace: () => InstanceType<WorkflowParser['NoOperationTraceWriter']>;
}

let loading: Promise<ParserLibrary> | undefined;

/** GitHub's own workflow parser. Loaded on first use: it takes a quarter of a second. */
export function loadParserLibrary(): Promise<ParserLibrary> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ParserLibrary> {
  // 0.3.61 imports its schema without `with { type: 'json' }`, which Node refuses; the hook adds the attribute.
  const hook = registerHooks({
    load(url, context, nextLoad) {
      const bareJson = url.includes('/@actions/workflow-parser/') && url.endsWith('.json');
      return nextLoad(url, bareJson ? { ...context, importAttributes: { type: 'json' } } : context);
    },
  });
  try {
    const workflow = await import('@actions/workflow-parser');
    const action = await import('@actions/workflow-parser/actions/action-parser');
    return {
      parseWorkflow: workflow.parseWorkflow,
      convertWorkflowTemplate: workflow.convertWorkflowTemplate,
      parseAction: action.parseAction,
      newTrace: () => new workflow.NoOperationTraceWriter(),
    };
  } finally {
    hook.deregister();
  }
}
