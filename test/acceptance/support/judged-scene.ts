import { performance } from 'node:perf_hooks';
import { CHECK_NAME } from '../../../packages/cli/src/demo/repository.ts';
import {
  addRun,
  type EvaluatedHead,
  evaluate,
  later,
  openPull,
  push,
  review,
  type Scene,
  type SceneOptions,
  startScene,
} from '../../unit/approval-gate/scene.ts';
import { refusalOf } from '../../unit/local-github/world.ts';
import { runActionStep, type StepEnd } from './action-step.ts';

export type Login = keyof Scene['people'];

export interface JudgedPull {
  readonly number: number;
  readonly branch: string;
  readonly head: string;
}

export interface Judged {
  readonly pull: JudgedPull;
  /** The check on the head, as GitHub has it after the step. */
  readonly conclusion: string | null;
  readonly title: string;
  readonly summary: string;
  readonly reasonCode: string;
  readonly step: StepEnd;
}

export interface OpenedPull {
  readonly branch: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly by?: Login;
  /** How its candidate was evaluated; `null`: not at all. */
  readonly evaluated?: Partial<EvaluatedHead> | null;
}

/**
 * A repository whose evaluations are recorded directly, signed with its key, instead of trained for: what is attacked is
 * the shipped bundle of approval-gate, which runs as a process with the clock of the local GitHub.
 */
export interface JudgedScene extends Scene {
  /** Pushes a branch, opens a pull request onto main, records its evaluation and lets the check announce it. */
  open(change: OpenedPull): Promise<JudgedPull>;
  /** Runs the bundle on the head of a pull request. */
  judge(pull: JudgedPull, given?: StepChange): Promise<Judged>;
  /** Lets people approve, then runs the bundle. */
  approve(pull: JudgedPull, ...by: readonly Login[]): Promise<Judged>;
  /** Status and message of GitHub for a merge. */
  mergeRefusal(pull: JudgedPull): Promise<{ readonly status: number; readonly message: string }>;
}

export interface StepChange {
  readonly with?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** What the step's run record says instead of the run of a pull request's training. */
  readonly run?: Parameters<typeof addRun>[2];
}

export async function judgedScene(options: SceneOptions = {}): Promise<JudgedScene> {
  const base = await startScene(options);
  const { admin } = base.world.github;
  admin.protectBranch(base.world.repository, 'main', {
    requiredStatusChecks: { strict: false, checks: [{ context: CHECK_NAME, appId: base.appId }] },
    enforceAdmins: true,
  });
  const scene: JudgedScene = {
    ...base,
    open: async (change) => {
      const { branch, message, by = 'ml-engineer', evaluated = {} } = change;
      const files = change.files ?? { 'train.mjs': `// ${branch}\n` };
      const head = await push(base, branch, { files, by, ...(message === undefined ? {} : { message }) });
      const pull = { number: await openPull(base, branch, by), branch, head };
      if (evaluated !== null) await evaluate(base, { pull: pull.number, headSha: head, ...evaluated });
      await scene.judge(pull);
      return pull;
    },
    judge: (pull, given) => judge(base, pull, given),
    approve: async (pull, ...by) => {
      for (const login of by) await review(base, pull.number, { by: login });
      return judge(base, pull);
    },
    mergeRefusal: ({ number }) =>
      refusalOf(
        base.world.as(base.world.owner).request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
          owner: 'bank',
          repo: 'credit',
          pull_number: number,
        }),
      ),
  };
  return scene;
}

/** Runs one action of the shipped bundle with the App's token and the clock of the local GitHub. */
export async function runJudgedStep(scene: Scene, action: string, given: StepChange = {}): Promise<StepEnd> {
  const { world, appId, key } = scene;
  const installation = world.github.state.installations.find((one) => one.appId === appId);
  if (installation === undefined) throw new Error('The App is not installed.');
  const started = performance.now();
  const end = await runActionStep({
    action,
    with: {
      'github-token': world.github.admin.createAppToken(installation),
      'signing-key': key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'app-id': String(appId),
      ...given.with,
    },
    event: given.event,
    env: {
      GITHUB_API_URL: world.github.apiUrl,
      GITHUB_SERVER_URL: world.github.urls.server,
      GITHUB_REPOSITORY: 'bank/credit',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHIFTED_CLOCK)}`,
      CLOCK_OFFSET_MS: String(world.clock.now.getTime() - Date.now()),
      ...given.env,
    },
  });
  // Whatever the step wrote with its own clock lies in the past of what comes next.
  later(scene, 2 + Math.ceil((performance.now() - started) / 1000));
  return end;
}

/** Moves the clock of a process, so that days pass without waiting and the ledger and GitHub agree on the time. */
const SHIFTED_CLOCK = `
const offset = Number(process.env.CLOCK_OFFSET_MS);
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...given) { if (given.length === 0) super(RealDate.now() + offset); else super(...given); }
  static now() { return RealDate.now() + offset; }
};`;

async function judge(scene: Scene, pull: JudgedPull, given: StepChange = {}): Promise<Judged> {
  const hint = { headBranch: pull.branch, pullRequestNumbers: [pull.number], ...given.run };
  const runId = addRun(scene, pull.head, hint);
  const step = await runJudgedStep(scene, 'approval-gate', {
    ...given,
    with: { 'run-id': String(runId), ...given.with },
  });
  const check = scene.world.repository.checkRuns.findLast(({ headSha, appId, name }) => {
    return headSha === pull.head && appId === scene.appId && name === CHECK_NAME;
  });
  if (check === undefined) throw new Error(`There is no check on ${pull.head}.\n${step.log}`);
  return {
    pull,
    conclusion: check.conclusion,
    title: check.output.title ?? '',
    summary: check.output.summary ?? '',
    // A step that fails has no such output; the check that it could still post begins with the code.
    reasonCode: step.outputs['reason-code'] ?? check.output.title?.split(':')[0] ?? '',
    step,
  };
}
